import { and, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { municipalityNamed } from "@/lib/territory/queries";
import type { AddressedFilters } from "../core/filter-address";
import { readShortCode } from "../core/short-code";
import { hasWords, inBoxes, inPlace, LIVING_STATES } from "./call-conditions";
import { type CallInList, inList, listColumns } from "./public-calls";

/** A call as feeds and calendars tell it. */
export type FedCall = CallInList & {
  publishedAt: Date;
  updatedAt: Date;
  version: number;
  cutOffs: Date[];
};

const MOST = 100;

/** The calls under the filters that changed last; the archive has none. Two queries at most. */
export async function fedCalls(ctx: Ctx, by: AddressedFilters): Promise<FedCall[]> {
  const municipality = by.municipality ? await municipalityNamed(ctx, by.municipality) : undefined;
  if (by.municipality && !municipality) return [];
  return callsFor(
    ctx,
    and(
      inArray(call.state, [...LIVING_STATES]),
      ...inPlace({ ...by, inMunicipality: municipality }, ctx.now),
      ...(by.text ? [hasWords(by.text)] : []),
      ...inBoxes(by, ctx.now),
    ),
  );
}

/** One call for its calendar file; undefined if there is none to see. One query. */
export async function fedCall(ctx: Ctx, slug: string): Promise<FedCall | undefined> {
  const [found] = await callsFor(ctx, and(eq(call.slug, slug), sql`${call.state} <> 'draft'`));
  return found;
}

async function callsFor(ctx: Ctx, where: ReturnType<typeof and>): Promise<FedCall[]> {
  const rows = await ctx.db
    .select({
      ...listColumns,
      publishedAt: call.publishedAt,
      updatedAt: call.updatedAt,
      version: call.version,
      cutOffs: call.cutOffs,
    })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .where(and(where, lte(call.publishedAt, ctx.now)))
    .orderBy(desc(call.updatedAt), desc(call.id))
    .limit(MOST);
  return rows.flatMap(({ updatedAt, version, cutOffs, ...row }) =>
    row.publishedAt
      ? [{ ...inList(row, ctx.now), publishedAt: row.publishedAt, updatedAt, version, cutOffs }]
      : [],
  );
}

/** The address of the call of a short code; undefined if there is none to see. One query. */
export async function slugOfShortCode(ctx: Ctx, text: string): Promise<string | undefined> {
  const read = readShortCode(text);
  if (!read) return undefined;
  const [found] = await ctx.db
    .select({ slug: call.slug })
    .from(call)
    .innerJoin(body, eq(body.id, call.bodyId))
    .where(
      and(
        eq(sql`upper(${body.code})`, read.body),
        eq(call.code, read.code),
        sql`${call.state} <> 'draft'`,
        lte(call.publishedAt, ctx.now),
      ),
    );
  return found?.slug;
}
