import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { lockedDraft } from "../queries/locked-draft";

/** Takes a document off a draft; one that is not there any more changes nothing. */
export async function removeDocument(
  ctx: Ctx,
  { callId, fileHash }: { callId: string; fileHash: string },
): Promise<{ callId: string }> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockedDraft(tx, callId);
    const documents = before.content.documents.filter((one) => one.fileHash !== fileHash);
    if (documents.length === before.content.documents.length) return { callId };
    await tx.db
      .update(call)
      .set({
        content: { ...before.content, documents },
        revision: before.revision + 1,
        updatedAt: tx.now,
      })
      .where(eq(call.id, callId));
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: "call.documentRemoved",
      subjectType: "call",
      subjectId: callId,
      facts: { sha256: fileHash },
    });
    return { callId };
  });
}
