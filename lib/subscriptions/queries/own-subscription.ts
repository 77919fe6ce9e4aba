import { eq, type SQL, sql } from "drizzle-orm";
import { subscription, subscriptionRequest } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import type { Verdict } from "@/lib/kernel/verdict";
import { sha256 } from "@/lib/platform/digest";
import { mayConfirm } from "../core/terms";

/** What a subscription asks for, in the words of addresses. */
export type Wishes = {
  zones: { slug: string; name: string }[];
  themes: string[];
  audiences: string[];
  daily: boolean;
};

export type OwnSubscription = Wishes & { email: string; expiresAt: Date };

/** The subscription of a key out of a letter; undefined when it has ended. One query. */
export async function subscriptionOf(
  ctx: Ctx,
  token: string,
): Promise<OwnSubscription | undefined> {
  const { zoneIds, themes, audiences, daily, email, expiresAt } = subscription;
  const [row] = await ctx.db
    .select({ zones: zonesOf(sql`${zoneIds}`), themes, audiences, daily, email, expiresAt })
    .from(subscription)
    .where(eq(subscription.tokenHash, sha256(token)));
  return row && row.expiresAt > ctx.now ? row : undefined;
}

/** What a link of a confirmation would confirm, and whether it still does. One query. */
export async function requestOf(
  ctx: Ctx,
  token: string,
): Promise<{
  verdict: Verdict<"unknown_link" | "expired_link">;
  request: (Wishes & { email: string }) | undefined;
}> {
  const { zoneIds, themes, audiences, daily, email, expiresAt } = subscriptionRequest;
  const [request] = await ctx.db
    .select({ zones: zonesOf(sql`${zoneIds}`), themes, audiences, daily, email, expiresAt })
    .from(subscriptionRequest)
    .where(eq(subscriptionRequest.tokenHash, sha256(token)));
  return { verdict: mayConfirm(request, ctx.now), request };
}

const zonesOf = (ids: SQL) => sql<Wishes["zones"]>`(
  select coalesce(json_agg(json_build_object('slug', z.slug, 'name', z.name) order by z.name), '[]')
  from zone z where z.id = any(${ids}))`;
