import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

/**
 * The jobs of the product and what each is told: ids, never content. A new one is a line here and
 * its handler in registry.ts, which the compiler asks for.
 */
export type JobPayloads = {
  "send-message": { messageId: string };
  "render-document": { documentId: string };
  "expire-seat-offers": { meetingId: string };
  "purge-sign-ins": Record<string, never>;
  "scan-files": Record<string, never>;
  "collect-files": Record<string, never>;
  "collect-uploads": Record<string, never>;
  "check-chains": Record<string, never>;
  "tell-clarification": { clarificationId: string };
  "write-letters": { outcomeId: string };
  "tell-subscribers": { callId: string };
  "send-digests": Record<string, never>;
  "purge-subscriptions": Record<string, never>;
  "announce-act": { actId: string };
  "remind-drafts": Record<string, never>;
  "tell-messages": Record<string, never>;
  "tell-office": Record<string, never>;
  "purge-kept-messages": Record<string, never>;
  "carry-out-retention": Record<string, never>;
  "remind-integrations": Record<string, never>;
  "expire-integrations": Record<string, never>;
};
export type JobName = keyof JobPayloads;

export type JobOptions = {
  /** A second job of the same name and key that has not started replaces the first. */
  key?: string;
  runAt?: Date;
  /** Lower runs first; 0 unless told. */
  priority?: number;
};

/** A job as it is added together with others. */
export type NewJob = ReturnType<typeof job>;

/** Adds a job in the caller's transaction: it runs after the commit, or never. */
export function enqueue<Name extends JobName>(
  tx: Ctx,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  return enqueueAll(tx, [job(name, payload, options)]);
}

/** One of several jobs for `enqueueAll`. */
export function job<Name extends JobName>(
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
) {
  return {
    name,
    payload,
    run_at: options.runAt?.toISOString() ?? null,
    key: options.key ? `${name}:${options.key}` : null,
    priority: options.priority ?? 0,
  };
}

/** Adds several jobs by one statement. */
export async function enqueueAll(tx: Ctx, jobs: readonly NewJob[]): Promise<void> {
  await tx.db.execute(sql`select graphile_worker.add_jobs(array(
    select row(name, payload, null, run_at, ${ATTEMPTS}, key, priority, null)::graphile_worker.job_spec
    from ${listed(jobs)}))`);
}

/**
 * The same for jobs whose keys name rows that this transaction makes, so that no other job can have
 * them. What replaces an earlier job looks through all that wait, which takes the longer the more
 * there are: in the rush before a deadline that would be at every submission.
 */
export async function enqueueNew(tx: Ctx, jobs: readonly NewJob[]): Promise<void> {
  await tx.db.execute(sql`select graphile_worker.add_job(name, payload, null, run_at, ${ATTEMPTS},
    key, priority, null, 'unsafe_dedupe') from ${listed(jobs)}`);
}

const ATTEMPTS = sql.raw("25");

const listed = (jobs: readonly NewJob[]) => sql`json_to_recordset(${JSON.stringify(jobs)}::json)
  as job (name text, payload json, run_at timestamptz, key text, priority smallint)`;
