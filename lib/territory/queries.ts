import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import {
  body,
  edition,
  healthAuthority,
  municipality,
  phase,
  process,
  solution,
  zone,
  zoneMunicipality,
} from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { type PastZone, pastZones } from "./queries/ended-zone";

export type ZoneInList = { slug: string; name: string; authority: string; municipalities: number };

/** The zones in force, by name. One query. */
export async function zonesInForce(ctx: Ctx): Promise<ZoneInList[]> {
  return ctx.db
    .select({
      slug: zone.slug,
      name: zone.name,
      authority: healthAuthority.name,
      municipalities: sql<number>`count(${zoneMunicipality.municipalityId})::int`,
    })
    .from(zone)
    .innerJoin(healthAuthority, eq(healthAuthority.id, zone.healthAuthorityId))
    .leftJoin(
      zoneMunicipality,
      and(eq(zoneMunicipality.zoneId, zone.id), isNull(zoneMunicipality.validTo)),
    )
    .where(isNull(zone.validTo))
    .groupBy(zone.id, healthAuthority.id)
    .orderBy(asc(zone.name));
}

export type MunicipalityInList = { name: string; slug: string; zone: string; istat: string };

/** Every municipality with its zone: the field that finds the zone completes from it. One query. */
export async function municipalitiesInForce(ctx: Ctx): Promise<MunicipalityInList[]> {
  const rows = await ctx.db
    .select({ name: municipality.name, zone: zone.slug, istat: municipality.istatCode })
    .from(municipality)
    .innerJoin(zoneMunicipality, eq(zoneMunicipality.municipalityId, municipality.id))
    .innerJoin(zone, eq(zone.id, zoneMunicipality.zoneId))
    .where(and(isNull(zoneMunicipality.validTo), isNull(zone.validTo)))
    .orderBy(asc(municipality.name));
  return rows.map((row) => ({ ...row, slug: plainName(row.name) }));
}

/** The municipality of a name, however it is typed. One query. */
export async function municipalityNamed(
  ctx: Ctx,
  name: string,
): Promise<MunicipalityInList | undefined> {
  return municipalityAmong(await municipalitiesInForce(ctx), name);
}

export function municipalityAmong(
  towns: readonly MunicipalityInList[],
  name: string,
): MunicipalityInList | undefined {
  const wanted = plainName(name);
  return towns.find((one) => one.slug === wanted);
}

/** How a name is compared: small letters, no accents, one hyphen between words. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export type EditionFigures = {
  number: number;
  yearFrom: number;
  yearTo: number | null;
  zones: number | null;
  people: number | null;
  solutions: number | null;
};

/** The editions of the path, oldest first. One query. */
export async function editions(ctx: Ctx): Promise<EditionFigures[]> {
  return ctx.db
    .select({
      number: edition.number,
      yearFrom: edition.yearFrom,
      yearTo: edition.yearTo,
      zones: edition.zones,
      people: edition.people,
      solutions: edition.solutions,
    })
    .from(edition)
    .orderBy(asc(edition.number));
}

export type SolutionInList = {
  name: string;
  summary: string;
  zone: { slug: string; name: string };
};

/** What came out of the paths, the latest presented first. One query. */
export async function latestSolutions(ctx: Ctx, count: number): Promise<SolutionInList[]> {
  return ctx.db
    .select({
      name: solution.name,
      summary: solution.summary,
      zone: { slug: zone.slug, name: zone.name },
    })
    .from(solution)
    .innerJoin(zone, eq(zone.id, solution.zoneId))
    .orderBy(sql`${solution.presentedOn} desc nulls last`, asc(solution.name))
    .limit(count);
}

export type ZonePage = {
  id: string;
  slug: string;
  name: string;
  authority: string;
  /** verified | derived | unverified: how surely the list of municipalities is known. */
  listStatus: string;
  municipalities: string[];
  bodies: ZoneBody[];
  /** The latest path, with its phases. */
  path: ZonePath | undefined;
  solutions: { name: string; summary: string; presentedOn: string | null; edition: number }[];
  /** The zones that it came out of, the latest first. */
  history: PastZone[];
};

export type ZoneBody = {
  name: string;
  kind: string;
  office: string;
  phone: string | null;
  email: string | null;
  address: string | null;
};

export type ZonePath = {
  title: string;
  edition: number;
  currentPhase: number;
  phases: { number: number; title: string; steps: string[] }[];
};

/** A zone with everything its page tells, except its calls. Three queries; undefined if unknown. */
export async function zonePage(ctx: Ctx, slug: string): Promise<ZonePage | undefined> {
  const [found] = await ctx.db
    .select({
      id: zone.id,
      slug: zone.slug,
      name: zone.name,
      authority: healthAuthority.name,
      listStatus: zone.listStatus,
      municipalities: sql<string[]>`array(
        select m.name from municipality m join zone_municipality zm on zm.municipality_id = m.id
        where zm.zone_id = ${zone.id} and zm.valid_to is null order by m.name)`,
      solutions: sql<ZonePage["solutions"]>`(
        select coalesce(json_agg(json_build_object('name', s.name, 'summary', s.summary,
          'presentedOn', s.presented_on, 'edition', e.number) order by s.presented_on desc nulls last), '[]')
        from ${solution} s join ${edition} e on e.id = s.edition_id
        where s.zone_id = any(zone_and_past(${zone.id})))`,
      history: pastZones(ctx.now),
    })
    .from(zone)
    .innerJoin(healthAuthority, eq(healthAuthority.id, zone.healthAuthorityId))
    .where(and(eq(zone.slug, slug), isNull(zone.validTo)));
  if (!found) return undefined;
  const [bodies, path] = await Promise.all([bodiesOf(ctx, found.id), latestPath(ctx, found.id)]);
  return { ...found, bodies, path };
}

async function bodiesOf(ctx: Ctx, zoneId: string): Promise<ZoneBody[]> {
  return ctx.db
    .select({
      name: body.name,
      kind: body.kind,
      office: body.officeName,
      phone: body.phone,
      email: body.email,
      address: body.address,
    })
    .from(body)
    .where(eq(body.zoneId, zoneId))
    .orderBy(sql`${body.kind} in ('sds', 'aslZone') desc`, asc(body.name));
}

async function latestPath(ctx: Ctx, zoneId: string): Promise<ZonePath | undefined> {
  const rows = await ctx.db
    .select({
      path: process.id,
      title: process.title,
      edition: edition.number,
      currentPhase: process.currentPhase,
      number: phase.number,
      phaseTitle: phase.title,
      steps: phase.steps,
    })
    .from(process)
    .innerJoin(edition, eq(edition.id, process.editionId))
    .innerJoin(phase, eq(phase.editionId, edition.id))
    .where(sql`${process.zoneId} = any(zone_and_past(${zoneId}))`)
    // One path: the zone's own, before those of the zones that it came out of.
    .orderBy(
      desc(edition.number),
      sql`${process.zoneId} = ${zoneId} desc`,
      asc(process.id),
      asc(phase.number),
    );
  const [first] = rows;
  if (!first) return undefined;
  return {
    title: first.title,
    edition: first.edition,
    currentPhase: first.currentPhase,
    phases: rows
      .filter((row) => row.path === first.path)
      .map((row) => ({ number: row.number, title: row.phaseTitle, steps: row.steps })),
  };
}

/** Names of all municipalities that there are or were, by ISTAT code. One query. */
export async function municipalityNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .select({ code: municipality.istatCode, name: municipality.name })
    .from(municipality);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
