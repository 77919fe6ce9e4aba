import { and, eq, or, sql } from "drizzle-orm";
import { message } from "@/db/schema/mail";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { inTransaction } from "@/lib/transaction";

/** Seconds until attempt n + 1: 2, 4, 8 … five minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(300, 2 ** Math.min(attempts, 9));
}

/** A letter nobody takes for three days is given up; staff can send it again by hand. */
const GIVE_UP_AFTER = sql`interval '3 days'`;

/** Takes a queued message for this worker; undefined when there is nothing to send. */
export async function claimMessage(ctx: Ctx, messageId: string, workerId: string) {
  const [row] = await ctx.db
    .update(message)
    .set({
      state: "sending",
      claimedBy: workerId,
      sendingAt: sql`clock_timestamp()`,
      handedAt: null,
      attempts: sql`${message.attempts} + 1`,
    })
    .where(and(eq(message.id, messageId), eq(message.state, "queued")))
    .returning();
  return row;
}

/** Sent. `wipe` takes the secret out of the view: the letter has it now. */
export async function confirmSent(ctx: Ctx, messageId: string, workerId: string, wipe: boolean) {
  await ctx.db
    .update(message)
    .set({
      state: "sent",
      sentAt: sql`clock_timestamp()`,
      presumed: false,
      lastError: null,
      ...(wipe ? { view: {} } : {}),
    })
    .where(heldBy(messageId, workerId));
}

/** Back into the queue after a pause, or given up after three days. */
export async function postpone(ctx: Ctx, messageId: string, workerId: string, why: string) {
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .update(message)
      .set({
        state: sql`case when ${message.queuedAt} < clock_timestamp() - ${GIVE_UP_AFTER} then 'failed' else 'queued' end`,
        claimedBy: null,
        handedAt: null,
        sentAt: null,
        presumed: false,
        lastError: why,
      })
      .where(heldBy(messageId, workerId))
      .returning({ state: message.state, attempts: message.attempts });
    if (row?.state !== "queued") return;
    const runAt = new Date(tx.now.getTime() + pauseAfter(row.attempts) * 1000);
    await enqueue(tx, "send-message", { messageId }, { key: messageId, runAt });
  });
}

/** Refused for good: staff see it and can try again by hand. */
export async function failMessage(ctx: Ctx, messageId: string, workerId: string, why: string) {
  await ctx.db
    .update(message)
    .set({ state: "failed", claimedBy: null, sentAt: null, presumed: false, lastError: why })
    .where(heldBy(messageId, workerId));
}

/** Not sent any more, because nobody could use it. */
export async function cancelUseless(ctx: Ctx, messageId: string, workerId: string) {
  await ctx.db
    .update(message)
    .set({ state: "cancelled", claimedBy: null, lastError: "out_of_date", view: {} })
    .where(heldBy(messageId, workerId));
}

/** Also what others presumed sent while this worker was paused: it alone knows the answer. */
function heldBy(messageId: string, workerId: string) {
  return and(
    eq(message.id, messageId),
    eq(message.claimedBy, workerId),
    or(eq(message.state, "sending"), and(eq(message.state, "sent"), eq(message.presumed, true))),
  );
}
