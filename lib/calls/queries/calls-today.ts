import { and, asc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, healthAuthority, zone, zoneSuccession } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import type { ZoneInList } from "@/lib/territory/queries";
import { CALL_GROUPS, type CallGroup, type CallStatus, statusOf } from "../core/call-status";
import { readFilters } from "../core/filter-address";
import { inPlace, standings } from "./call-conditions";
import { MOST_COUNTED } from "./call-tallies";
import { groupPage } from "./found-calls";
import { type CallInList, inList, listColumns } from "./public-calls";

export type CallsToday = Record<CallGroup, CallInList[]> & {
  /** How many are open; no more than are counted. */
  openCount: number;
};

/**
 * The first calls of each group, as many as are asked for: everywhere, or of a zone by its slug. One
 * query, which costs the same however many calls there are.
 */
export async function callsToday(
  ctx: Ctx,
  place: string,
  limits: Partial<Record<CallGroup, number>>,
): Promise<CallsToday> {
  const by = readFilters({ zona: place });
  const parts = CALL_GROUPS.flatMap((group) => {
    const limit = limits[group];
    return limit ? [sql`(${groupPage(ctx, { by, group, limit })})`] : [];
  });
  const open = and(
    standings(ctx.now).group.open,
    lte(call.publishedAt, ctx.now),
    ...inPlace(by, ctx.now),
  );
  const rows = await ctx.db
    .select({
      ...listColumns,
      group: sql<CallGroup>`page.list_group`,
      openCount: sql<number>`(select count(*)::int from (
        select from ${call} where ${open} limit ${MOST_COUNTED}) open)`,
    })
    .from(sql`(${sql.join(parts, sql` union all `)}) page`)
    .innerJoin(call, sql`page.id = ${call.id}`)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .orderBy(sql`page.rank`, sql`page.position`);
  const groups = Map.groupBy(rows, (row) => row.group);
  const shown = (group: CallGroup) =>
    (groups.get(group) ?? []).map(({ group: _, openCount: __, ...row }) => inList(row, ctx.now));
  return {
    open: shown("open"),
    upcoming: shown("upcoming"),
    closed: shown("closed"),
    openCount: rows[0]?.openCount ?? 0,
  };
}

/** A zone, and what can be done in it today: in the open call that ends first, or in the next. */
export type ZoneToday = ZoneInList & {
  today: { status: CallStatus; opensAt: Date | null; closesAt: Date | null } | undefined;
};

/** The zones in force with what can be done in each today. One query, which looks at one call each. */
export async function zonesToday(ctx: Ctx): Promise<ZoneToday[]> {
  const { open, upcoming } = standings(ctx.now).group;
  // Most zones came out of no other; those that did are asked for with their past, one by one.
  const lineage = sql`unnest(case when exists (select from ${zoneSuccession} s
    where s.successor_id = ${zone.id}) then zone_and_past(${zone.id}) else array[${zone.id}] end)`;
  const first = (group: SQL, key: typeof call.endsAt | typeof call.opensAt) =>
    sql`lateral (select first.* from ${lineage} past(id) cross join lateral (
        select ${call.opensAt}, ${call.closesAt}, ${key} as key, ${call.id} from ${call}
        where ${and(eq(call.zoneId, sql`past.id`), group, lte(call.publishedAt, ctx.now))}
        order by ${key}, ${call.id} limit 1) first
      order by first.key, first.id limit 1)`;
  const rows = await ctx.db
    .select({
      slug: zone.slug,
      name: zone.name,
      authority: healthAuthority.name,
      municipalities: sql<number>`(select count(*)::int from zone_municipality zm
        where zm.zone_id = ${zone.id} and zm.valid_to is null)`,
      opensAt: sql<Date | null>`coalesce(o.opens_at, u.opens_at)`.mapWith(call.opensAt),
      closesAt:
        sql<Date | null>`case when o.opens_at is null then u.closes_at else o.closes_at end`.mapWith(
          call.closesAt,
        ),
    })
    .from(zone)
    .innerJoin(healthAuthority, eq(healthAuthority.id, zone.healthAuthorityId))
    .leftJoin(sql`${first(open, call.endsAt)} o`, sql`true`)
    .leftJoin(sql`${first(upcoming, call.opensAt)} u`, sql`o.opens_at is null`)
    .where(isNull(zone.validTo))
    .orderBy(asc(zone.name));
  return rows.map(({ opensAt, closesAt, ...row }) => ({
    ...row,
    today: opensAt
      ? { status: statusOf({ state: "published", opensAt, closesAt }, ctx.now), opensAt, closesAt }
      : undefined,
  }));
}
