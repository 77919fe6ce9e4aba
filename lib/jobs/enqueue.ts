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
  "write-letters": { outcomeId: string };
};
export type JobName = keyof JobPayloads;

export type JobOptions = {
  /** A second job of the same name and key that has not started replaces the first. */
  key?: string;
  runAt?: Date;
  /** Lower runs first; 0 unless told. */
  priority?: number;
};

/** Adds a job in the caller's transaction: it runs after the commit, or never. */
export async function enqueue<Name extends JobName>(
  tx: Ctx,
  name: Name,
  payload: JobPayloads[Name],
  options: JobOptions = {},
): Promise<void> {
  await tx.db.execute(sql`select graphile_worker.add_job(
    ${name}, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt?.toISOString() ?? null}::timestamptz,
    job_key => ${options.key ? `${name}:${options.key}` : null},
    priority => ${options.priority ?? 0},
    max_attempts => 25)`);
}
