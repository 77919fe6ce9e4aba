import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { LETTER_DAYS } from "../core/terms";

/**
 * Forgets what has run out: requests that nobody confirmed, subscriptions that nobody prolonged, and
 * letters to subscribers a month after they left. A daily job; nothing depends on it having run.
 */
export async function purgeSubscriptions(ctx: Ctx): Promise<void> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  await ctx.db.execute(sql`
    with requests as (
      delete from subscription_request where expires_at <= ${now}
    ), subscriptions as (
      delete from subscription where expires_at <= ${now}
    ), letters as (
      delete from message
      where kind in ('subscriptionConfirm', 'newCalls') and state in ('sent', 'delivered', 'bounced', 'failed', 'cancelled')
        and queued_at <= ${now} - make_interval(days => ${LETTER_DAYS})
      returning id
    )
    delete from trial_mail where message_id in (select id from letters)`);
}
