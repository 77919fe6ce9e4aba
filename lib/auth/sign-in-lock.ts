import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { ATTEMPTS_PER_STEP, FORGET_HOURS, REST_MINUTES } from "./core/lock-ladder";

/**
 * Takes one attempt of staff sign-in for a mailbox, known or not; a good sign-in deletes the row.
 * The attempt is counted before it is judged, in one statement, so a thousand parallel guesses get
 * as many tries as five in a row. The fifth in a row starts a rest, then each fifth a longer one.
 * Throws Refused("locked") during a rest.
 */
export async function takeAttempt(ctx: Ctx, mailboxHash: string): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const next = sql`case when known.attempted_at < ${now} - make_interval(hours => ${FORGET_HOURS})
    then 1 else known.attempts + 1 end`;
  const rests = sql`${`{${REST_MINUTES.join(",")}}`}::int[]`;
  const rest = sql`make_interval(mins =>
    (${rests})[least((${next}) / ${ATTEMPTS_PER_STEP}::int, ${REST_MINUTES.length}::int)])`;
  const taken = await ctx.db.execute(sql`
    insert into sign_in_lock as known (mailbox_hash, attempts, attempted_at)
    values (${mailboxHash}, 1, ${now})
    on conflict (mailbox_hash) do update set
      attempts = ${next}, attempted_at = ${now},
      locked_until = case when (${next}) % ${ATTEMPTS_PER_STEP}::int = 0 then ${now} + ${rest} end
    where known.locked_until is null or known.locked_until <= ${now}
    returning attempts`);
  if (taken.rows.length === 0) throw new Refused("locked");
}
