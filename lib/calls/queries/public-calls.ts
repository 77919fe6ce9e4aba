import { and, arrayOverlaps, eq, ilike, inArray, type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import type { CallFilters } from "../core/call-filters";
import { type CallStatus, type CallTimes, statusOf } from "../core/call-status";
import type { PlannedMeeting } from "../core/content";
import type { Regime } from "../core/regimes";
import type { CallState } from "../core/states";

/** A call as lists show it. Nothing of a draft ever becomes one. */
export type CallInList = CallTimes & {
  id: string;
  slug: string;
  title: string;
  summary: string;
  regime: Regime;
  audiences: string[];
  themes: string[];
  minimumAge: number | null;
  closesOn: string | null;
  body: string;
  zone: { slug: string; name: string } | undefined;
  /** Municipalities it is limited to, by ISTAT code; empty: the whole zone. */
  municipalities: string[];
  meetings: PlannedMeeting[];
  /** The end before the latest extension, as it was written. */
  extendedFrom: string | undefined;
  status: CallStatus;
};

/** What is shown without asking: everything that was published and is not in the archive. */
export const LIVING_STATES = [
  "published",
  "suspended",
  "underReview",
  "outcomePublished",
  "revoked",
] as const satisfies readonly CallState[];

/**
 * The calls of the lists of today, those that close first in front. Their number is that of the
 * calls a region has going at one time, so that lists filter and count them in memory. One query.
 */
export async function livingCalls(ctx: Ctx): Promise<CallInList[]> {
  return callsWhere(ctx, inArray(call.state, [...LIVING_STATES]), FIRST_TO_CLOSE);
}

/** The living calls of a zone. One query. */
export async function callsOfZone(ctx: Ctx, zoneId: string): Promise<CallInList[]> {
  const living = and(inArray(call.state, [...LIVING_STATES]), eq(call.zoneId, zoneId));
  return callsWhere(ctx, living, FIRST_TO_CLOSE);
}

const ARCHIVE_PAGE = 20;

/** A page of the archive, the latest first, from `page` 1 on; filtered by the database. One query. */
export async function archivedCalls(
  ctx: Ctx,
  by: Pick<CallFilters, "text" | "zone" | "audiences" | "themes">,
  page: number,
): Promise<{ calls: CallInList[]; more: boolean }> {
  const words = by.text.split(/\s+/).filter(Boolean);
  const rows = await callsWhere(
    ctx,
    and(
      eq(call.state, "archived"),
      by.zone ? eq(zone.slug, by.zone) : undefined,
      by.audiences.length > 0 ? arrayOverlaps(call.audiences, [...by.audiences]) : undefined,
      by.themes.length > 0 ? arrayOverlaps(call.themes, [...by.themes]) : undefined,
      ...words.map((word) => ilike(sql`${call.title} || ' ' || ${call.summary}`, likeWord(word))),
    ),
    sql`order by ${call.closesAt} desc nulls last, ${call.id} limit ${ARCHIVE_PAGE + 1} offset ${(page - 1) * ARCHIVE_PAGE}`,
  );
  return { calls: rows.slice(0, ARCHIVE_PAGE), more: rows.length > ARCHIVE_PAGE };
}

/** A word anywhere in a text; its own percent signs and underscores are letters. */
const likeWord = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

const FIRST_TO_CLOSE = sql`order by ${call.closesAt} asc nulls last, ${call.id}`;

async function callsWhere(ctx: Ctx, where: SQL | undefined, tail: SQL): Promise<CallInList[]> {
  const rows = await ctx.db
    .select({
      id: call.id,
      slug: call.slug,
      title: call.title,
      summary: call.summary,
      regime: call.regime,
      state: call.state,
      audiences: call.audiences,
      themes: call.themes,
      minimumAge: call.minimumAge,
      opensAt: call.opensAt,
      closesAt: call.closesAt,
      closesOn: call.closesOn,
      closesAtTime: call.closesAtTime,
      peremptory: call.peremptory,
      body: body.name,
      zoneSlug: zone.slug,
      zoneName: zone.name,
      municipalities: sql<string[]>`array(select m.istat_code from call_municipality cm
        join municipality m on m.id = cm.municipality_id where cm.call_id = ${call.id})`,
      meetings: sql<PlannedMeeting[]>`${call.content} -> 'meetings'`,
      extendedFrom: sql<string | null>`(select a.before ->> 'closesAt' from call_act a
        where a.call_id = ${call.id} and a.kind = 'extension' order by a.published_at desc limit 1)`,
    })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .where(sql`${where} ${tail}`);
  return rows.map(({ zoneSlug, zoneName, ...row }) => {
    const times = { ...row, state: row.state as CallState };
    return {
      ...times,
      regime: row.regime as Regime,
      extendedFrom: row.extendedFrom ?? undefined,
      zone: zoneSlug && zoneName ? { slug: zoneSlug, name: zoneName } : undefined,
      status: statusOf(times, ctx.now),
    };
  });
}
