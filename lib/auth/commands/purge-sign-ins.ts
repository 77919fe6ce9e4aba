import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { FORGET_HOURS } from "../core/lock-ladder";
import { idleLimit } from "../core/session-terms";

/**
 * Deletes what has run out: sessions, links a day after their end (until then a late click is told
 * what happened), counters and locks. A daily job; nothing else depends on it having run.
 */
export async function purgeSignIns(ctx: Ctx): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const idle = sql`make_interval(secs => ${idleLimit("mailbox") / 1000}::double precision)`;
  await ctx.db.execute(sql`
    with sessions as (
      delete from session where expires_at <= ${now} or last_seen_at <= ${now} - ${idle}
    ), links as (
      delete from login_token where expires_at <= ${now} - interval '1 day'
    ), counters as (
      delete from rate_limit where expires_at <= ${now}
    )
    delete from sign_in_lock
    where attempted_at <= ${now} - make_interval(hours => ${FORGET_HOURS})`);
}
