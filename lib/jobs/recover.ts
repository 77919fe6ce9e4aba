import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { enqueue } from "./enqueue";
import { DEAD_AFTER_SECONDS } from "./liveness";

/** No attempt lasts this long: the end of a letter is written within `ATTEMPT_MS` of its claim. */
const FORGOTTEN_AFTER_SECONDS = 300;

/** What was taken back from dead workers, or had lost its job; for the log. */
export type Recovered = { workers: number; messages: number; presumed: number; documents: number };

/**
 * Takes up what dead workers left behind, within seconds where the queue by itself would wait for
 * four hours. Every worker does it every few seconds; doing it twice changes nothing.
 */
export async function recover(ctx: Ctx): Promise<Recovered> {
  return inTransaction(ctx, async (tx) => {
    const dead = await buryDeadWorkers(tx);
    const presumed = dead.length > 0 ? await presumeSent(tx, dead) : 0;
    await requeueUnsent(tx, dead);
    const messages = await enqueueForgottenMessages(tx);
    const documents = await enqueueForgottenDocuments(tx);
    return { workers: dead.length, messages, presumed, documents };
  });
}

/** Those that have been silent for too long, and those that died before their first beat. */
async function buryDeadWorkers(tx: Ctx): Promise<string[]> {
  const { rows } = await tx.db.execute<{ worker_id: string }>(sql`
    with silent as (
      delete from worker_heartbeat where worker_id in (
        select worker_id from worker_heartbeat
        where beat_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS})
        for update skip locked)
      returning worker_id)
    select worker_id from silent
    union
    select locked_by from graphile_worker.jobs
    where locked_at < clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS})
      and locked_by not in (select worker_id from worker_heartbeat)`);
  const dead = rows.map((row) => row.worker_id);
  if (dead.length > 0) {
    await tx.db.execute(
      sql`select graphile_worker.force_unlock_workers(${sql.param(dead)}::text[])`,
    );
  }
  return dead;
}

/**
 * The mail server has the end of these letters, or the machine died in the microseconds between
 * two writes: see docs/decisions/030. They count as sent and are marked, so that staff can look.
 */
async function presumeSent(tx: Ctx, dead: string[]): Promise<number> {
  const result = await tx.db.execute(sql`
    update message set state = 'sent', sent_at = handed_at, presumed = true
    where state = 'sending' and handed_at is not null and claimed_by = any(${sql.param(dead)}::text[])`);
  return result.rowCount ?? 0;
}

/**
 * No server can have these: their end was never written. Of a living worker, those it does not
 * know that it holds, because the connection broke while it claimed them.
 */
async function requeueUnsent(tx: Ctx, dead: string[]): Promise<void> {
  await tx.db.execute(sql`
    update message set state = 'queued', claimed_by = null
    where state = 'sending' and handed_at is null and (claimed_by = any(${sql.param(dead)}::text[])
      or sending_at < clock_timestamp() - make_interval(secs => ${FORGOTTEN_AFTER_SECONDS}))`);
}

/** Queued, but no job will ever run for them; the youngest ones wait for their transaction. */
async function enqueueForgottenMessages(tx: Ctx): Promise<number> {
  const { rows } = await tx.db.execute<{ id: string }>(sql`
    select m.id from message m
    where m.state = 'queued' and m.queued_at < clock_timestamp() - interval '5 seconds'
      and not exists (select from graphile_worker.jobs j
        where j.key = 'send-message:' || m.id and j.attempts < j.max_attempts)
    order by m.queued_at limit 1000`);
  for (const { id } of rows) {
    await enqueue(tx, "send-message", { messageId: id }, { key: id });
  }
  return rows.length;
}

async function enqueueForgottenDocuments(tx: Ctx): Promise<number> {
  const { rows } = await tx.db.execute<{ id: string }>(sql`
    select d.id from issued_document d
    where d.rendered_at is null and d.issued_at < clock_timestamp() - interval '30 seconds'
      and not exists (select from graphile_worker.jobs j
        where j.key = 'render-document:' || d.id)
    order by d.issued_at limit 1000`);
  for (const { id } of rows) {
    await enqueue(tx, "render-document", { documentId: id }, { key: id });
  }
  return rows.length;
}
