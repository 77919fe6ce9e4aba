import { eq, sql } from "drizzle-orm";
import { subscriptionRound } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import { romeDate } from "@/lib/kernel/rome-time";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { inTransaction } from "@/lib/transaction";
import { newCallsLetter } from "../mails";
import { announcedCalls } from "../queries/announced-calls";
import { dailyThen, type Subscriber, wanted } from "../queries/subscribers";
import { closeBatch } from "./close-batch";

const BATCH = 1_000;
const DAY_MS = 86_400_000;
/** What is being published this very moment belongs to the next digest: it may not be committed yet. */
const SETTLED_MS = 60_000;

/**
 * The job `send-digests`, once a day: one letter to each subscriber by the day with all calls that
 * came out since the last digest. A day has one row, which says how far it has come: the job may be
 * killed and run again, also twice at once. A day that was missed is told with the next.
 */
export async function sendDigests(ctx: Ctx, batch = BATCH): Promise<void> {
  const key = `digest:${romeDate(ctx.now)}`;
  for (;;) {
    const more = await inTransaction(ctx, (tx) => digestBatch(tx, key, batch));
    if (!more) return;
  }
}

async function digestBatch(tx: Ctx, key: string, batch: number): Promise<boolean> {
  const round = await roundOf(tx, key);
  if (!round?.since || !round.until || round.finishedAt) return false;
  const { since, until } = round;
  const out = sql`c.published_at > ${since.toISOString()}::timestamptz
    and c.published_at <= ${until.toISOString()}::timestamptz`;
  const calls = await announcedCalls(tx, out);
  const people = calls.length > 0 ? await batchOf(tx, round.after, calls, batch) : [];
  const letters = people.flatMap(({ callIds, ...one }) => {
    const own = calls.filter(({ id }) => callIds.includes(id));
    return own.length > 0 ? [newCallsLetter({ key, daily: true }, one, own)] : [];
  });
  const told = await enqueueMessages(
    tx,
    {
      ...{ bodyId: null, kind: "newCalls", subjectType: "subscriptionRound", view: {} },
      subjectId: tx.newId(),
    },
    letters,
  );
  return closeBatch(tx, round, { people, told, size: batch });
}

/** The row of the day, locked; made where there is none, to begin where the last digest ended. */
async function roundOf(tx: Ctx, key: string) {
  const now = tx.now.toISOString();
  const until = new Date(tx.now.getTime() - SETTLED_MS);
  const before = new Date(until.getTime() - DAY_MS).toISOString();
  await tx.db.execute(sql`
    insert into subscription_round (key, since, until, started_at)
    select ${key}, coalesce(max(until), ${before}::timestamptz), ${until.toISOString()}::timestamptz, ${now}::timestamptz
    from subscription_round where call_id is null
    on conflict do nothing`);
  const [round] = await tx.db
    .select()
    .from(subscriptionRound)
    .where(eq(subscriptionRound.key, key))
    .for("update");
  return round;
}

/** The next subscribers, each with those of the calls that it wants by the day. One query. */
async function batchOf(
  tx: Ctx,
  after: string | null,
  calls: readonly { id: string }[],
  batch: number,
): Promise<(Subscriber & { callIds: string[] })[]> {
  const ids = sql`${sql.param(calls.map(({ id }) => id))}::uuid[]`;
  const { rows } = await tx.db.execute<
    Omit<Subscriber, "expiresAt"> & { end: string; callIds: string[] }
  >(sql`
    select s.id, s.email, s.locale, s.expires_at::text as end,
      array(select c.id::text from call c where c.id = any(${ids}) and ${wanted} and ${dailyThen}) as "callIds"
    from subscription s
    where (${after}::uuid is null or s.id > ${after}::uuid)
      and s.expires_at > ${tx.now.toISOString()}::timestamptz
    order by s.id limit ${batch}`);
  return rows.map(({ end, ...row }) => ({ ...row, expiresAt: new Date(end) }));
}
