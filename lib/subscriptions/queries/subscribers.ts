import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { subscriptionToken } from "../mails";

/** Whether what a subscription `s` asks for holds a call `c`; a call of no zone is for everybody. */
export const wanted = sql`(s.zone_ids = '{}' or c.zone_id is null or c.zone_id = any(s.zone_ids))
  and (s.themes = '{}' or s.themes && c.themes)
  and (s.audiences = '{}' or s.audiences && c.audiences)
  and s.confirmed_at <= c.published_at`;

/**
 * Whether a subscription got letters by the day when the call came out: whoever changes from one to
 * the other hears of each call in the way that held then, and so of each call once.
 */
export const dailyThen = sql`s.daily = (s.daily_since <= c.published_at)`;

export type Subscriber = { id: string; email: string; locale: string; expiresAt: Date };

/** Subscribers who want a call, by key after the given one. One query. */
export async function subscribersOf(
  ctx: Ctx,
  callId: string,
  after: string | null,
  limit: number,
  only: SQL = sql`true`,
): Promise<Subscriber[]> {
  const { rows } = await ctx.db.execute<Omit<Subscriber, "expiresAt"> & { end: string }>(sql`
    select s.id, s.email, s.locale, s.expires_at::text as end
    from subscription s join call c on c.id = ${callId}::uuid
    where (${after}::uuid is null or s.id > ${after}::uuid)
      and s.expires_at > ${ctx.now.toISOString()}::timestamptz and ${wanted} and ${only}
    order by s.id limit ${limit}`);
  return rows.map(({ end, ...row }) => ({ ...row, expiresAt: new Date(end) }));
}

/**
 * Those who are told of what happens to a call because they asked to hear of calls like it: an
 * audience of its acts, after the people who have a draft or an application.
 */
export const subscribersForCall = {
  count: async (ctx: Ctx, callId: string): Promise<number> => {
    const { rows } = await ctx.db.execute<{ count: number }>(sql`
      select count(*)::int as count from subscription s join call c on c.id = ${callId}::uuid
      where s.expires_at > ${ctx.now.toISOString()}::timestamptz and ${wanted}`);
    return rows[0]?.count ?? 0;
  },

  page: async (ctx: Ctx, callId: string, after: string | null, limit: number) => {
    const found = await subscribersOf(ctx, callId, after, limit);
    return found.map(({ id, email, locale }) => ({
      key: id,
      email,
      name: "",
      locale,
      standing: "subscribed" as const,
      path: null,
      // Opened it leads to the page of the subscription; posted to, it ends it (RFC 8058).
      leavePath: routes.subscriptionLeave(subscriptionToken(id)),
    }));
  },
};
