import { eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import { databaseClock, inTransaction } from "@/lib/transaction";
import {
  type IssuedDocumentEvent,
  type IssuedDocumentState,
  issuedDocumentTransitions,
} from "../core/states";
import { documentPolicy } from "../policy";

type Retirement = {
  documentId: string;
  event: IssuedDocumentEvent;
  reason: string;
  /** The document that takes its place. */
  byId?: string;
};

/**
 * Takes a document out of force: from then on its code says so, with the reason. The file stays.
 * Throws NotFound, Forbidden, or Refused("not_valid_any_more").
 */
export async function retireDocument(ctx: Ctx, given: Retirement): Promise<void> {
  const { documentId, event, reason, byId } = given;
  const action = `document.${event}` as const;
  await inTransaction(ctx, async (tx) => {
    const [document] = await tx.db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, documentId))
      .for("update");
    if (!document) throw new NotFound();
    documentPolicy.authorize(tx.actor, action, document);
    const state = next(issuedDocumentTransitions, document.state as IssuedDocumentState, event);
    if (!state) throw new Refused("not_valid_any_more");
    await tx.db
      .update(issuedDocument)
      .set({
        state,
        stateReason: reason,
        stateChangedAt: await databaseClock(tx),
        ...(byId ? { replacedById: byId } : {}),
      })
      .where(eq(issuedDocument.id, documentId));
    await recordEvent(tx, {
      bodyId: document.bodyId,
      action,
      subjectType: "issuedDocument",
      subjectId: documentId,
      facts: { kind: document.kind, ...(byId ? { replacedBy: byId } : {}) },
    });
  });
}
