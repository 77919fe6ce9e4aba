import { and, eq, isNotNull } from "drizzle-orm";
import { thread } from "@/db/schema/threads";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { readableThread } from "../queries/held-thread";
import { firstUnseen } from "../queries/unread-messages";

/**
 * Sets aside what the office has read and need not answer, up to the last message that stood on the
 * page; also where nothing can be written any more. Throws NotFound.
 */
export async function settleThread(
  ctx: Ctx,
  { applicationId, seen }: { applicationId: string; seen: number },
): Promise<void> {
  if (ctx.actor.kind !== "staff") throw new NotFound();
  await inTransaction(ctx, async (tx) => {
    const { bodyId } = await readableThread(tx, applicationId);
    const settled = await tx.db
      .update(thread)
      .set({ waitingSince: firstUnseen(seen) })
      .where(and(eq(thread.applicationId, applicationId), isNotNull(thread.waitingSince)))
      .returning({ waitingSince: thread.waitingSince });
    if (settled.length === 0) return;
    await recordEvent(tx, {
      bodyId,
      action: "thread.settle",
      subjectType: "application",
      subjectId: applicationId,
      facts: { seen },
    });
  });
}
