import { eq } from "drizzle-orm";
import { preparedDocuments } from "@/db/schema/acts";
import { type AuditEntry, recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import type { CallDocument } from "../core/content";
import { documentsText } from "../core/documents";
import { type DocumentsWritten, documentsForEdit } from "../queries/documents-for-edit";
import type { LockedCall } from "../queries/locked-call";
import { writeCall } from "./write-call";

type Changed = { documents: readonly CallDocument[] } & Pick<AuditEntry, "action" | "facts">;
type Documents = readonly CallDocument[];

/**
 * The part that adding, replacing and removing a document have in common. Those of a draft are
 * written into the call, those of a published one kept for its rectification: nobody else sees them
 * before the act. `change` is given the documents as they are written and those in force.
 */
export async function changeDocuments(
  ctx: Ctx,
  given: DocumentsWritten,
  change: (documents: Documents, inForce: Documents) => Changed,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { call, inForce, documents: before } = await documentsForEdit(tx, given);
    const { documents, ...event } = change(before, inForce);
    if (documentsText(documents) === documentsText(before)) return;
    if (given.of === "draft") {
      const content = { ...call.content, documents: [...documents] };
      return writeCall(tx, call, { content }, event);
    }
    await keep(tx, call, documents);
    await recordEvent(tx, {
      ...event,
      facts: { ...event.facts, of: given.of },
      bodyId: call.bodyId,
      subjectType: "call",
      subjectId: call.id,
    });
  });
}

/** For the act; what is again as it is in force is no change of it. */
async function keep(tx: Ctx, { id: callId, content }: LockedCall, documents: Documents) {
  const updatedBy = personOf(tx.actor);
  if (!updatedBy) throw new Unauthenticated();
  if (documentsText(documents) === documentsText(content.documents)) {
    await tx.db.delete(preparedDocuments).where(eq(preparedDocuments.callId, callId));
    return;
  }
  const row = { documents: [...documents], updatedAt: tx.now, updatedBy };
  await tx.db
    .insert(preparedDocuments)
    .values({ callId, ...row })
    .onConflictDoUpdate({ target: preparedDocuments.callId, set: row });
}
