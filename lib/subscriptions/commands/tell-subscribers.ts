import { eq, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { subscriptionRound } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { inTransaction } from "@/lib/transaction";
import { newCallsLetter } from "../mails";
import { announcedCalls } from "../queries/announced-calls";
import { dailyThen, subscribersOf } from "../queries/subscribers";
import { closeBatch } from "./close-batch";

/** Written in one transaction: short enough that nobody waits for its locks. */
const BATCH = 1_000;

/**
 * The job `tell-subscribers`: one letter about a new call to each subscriber who wants it at once.
 * May be killed and run again at any point, also twice at once: it goes on behind the last batch.
 */
export async function tellSubscribers(
  ctx: Ctx,
  { callId }: { callId: string },
  batch = BATCH,
): Promise<void> {
  const [found] = await ctx.db
    .select({ publishedAt: call.publishedAt })
    .from(call)
    .where(eq(call.id, callId));
  if (!found?.publishedAt) return;
  if (found.publishedAt > ctx.now) {
    // Not out yet, by the clock of this worker.
    await enqueue(ctx, "tell-subscribers", { callId }, { runAt: found.publishedAt });
    return;
  }
  for (;;) {
    const more = await inTransaction(ctx, (tx) => tellBatch(tx, callId, batch));
    if (!more) return;
  }
}

async function tellBatch(tx: Ctx, callId: string, batch: number): Promise<boolean> {
  const key = `call:${callId}`;
  await tx.db
    .insert(subscriptionRound)
    .values({ key, callId, startedAt: tx.now })
    .onConflictDoNothing();
  const [round] = await tx.db
    .select()
    .from(subscriptionRound)
    .where(eq(subscriptionRound.key, key))
    .for("update");
  if (!round || round.finishedAt) return false;
  const calls = await announcedCalls(tx, sql`c.id = ${callId}::uuid`);
  const people =
    calls.length > 0
      ? await subscribersOf(tx, callId, round.after, batch, sql`not (${dailyThen})`)
      : [];
  const told = await enqueueMessages(
    tx,
    { bodyId: null, kind: "newCalls", subjectType: "call", subjectId: callId, view: {} },
    people.map((one) => newCallsLetter({ key, daily: false }, one, calls)),
  );
  return closeBatch(tx, round, { people, told, size: batch });
}
