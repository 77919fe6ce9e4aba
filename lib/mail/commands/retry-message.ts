import { eq } from "drizzle-orm";
import { message } from "@/db/schema/mail";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { messagePolicy } from "../policy";

/**
 * Sends by hand what failed, or what is only presumed to have been sent. Throws NotFound,
 * Forbidden, or Refused("message_not_failed").
 */
export async function retryMessage(ctx: Ctx, { messageId }: { messageId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(message).where(eq(message.id, messageId)).for("update");
    if (!row?.bodyId) throw new NotFound();
    messagePolicy.authorize(tx.actor, "message.retry", { bodyId: row.bodyId });
    if (row.state !== "failed" && !row.presumed) throw new Refused("message_not_failed");
    await tx.db
      .update(message)
      .set({
        state: "queued",
        queuedAt: tx.now,
        claimedBy: null,
        handedAt: null,
        sentAt: null,
        presumed: false,
      })
      .where(eq(message.id, messageId));
    await enqueue(tx, "send-message", { messageId }, { key: messageId });
    await recordEvent(tx, {
      bodyId: row.bodyId,
      action: "message.retry",
      subjectType: "message",
      subjectId: messageId,
      facts: { kind: row.kind, presumed: row.presumed },
    });
  });
}
