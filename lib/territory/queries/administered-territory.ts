import { asc, eq, sql } from "drizzle-orm";
import { body, healthAuthority, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { type BodyFields, contentsOf } from "../core/body-fields";
import { territoryPolicy } from "../policy";

export type AdministeredZone = {
  id: string;
  slug: string;
  name: string;
  authority: string;
  authorityId: string;
  validFrom: string;
  validTo: string | null;
  /** On its last day, or today; by name. */
  municipalities: { id: string; name: string }[];
  bodies: { id: string; name: string }[];
  /** What came after it. */
  successors: string[];
};

/** NotFound for everybody but those who administer the region. */
function regionOnly(ctx: Ctx): void {
  if (!territoryPolicy.can(ctx.actor, "territory.administer", {})) throw new NotFound();
}

/** All zones that are and were, by health authority and name. One query. */
export async function administeredZones(ctx: Ctx): Promise<AdministeredZone[]> {
  regionOnly(ctx);
  return ctx.db
    .select({
      id: zone.id,
      slug: zone.slug,
      name: zone.name,
      authority: healthAuthority.name,
      authorityId: healthAuthority.id,
      validFrom: zone.validFrom,
      validTo: zone.validTo,
      municipalities: sql<AdministeredZone["municipalities"]>`(
        select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name), '[]')
        from municipality m join zone_municipality zm on zm.municipality_id = m.id
        where zm.zone_id = "zone"."id" and zm.valid_to is null)`,
      bodies: sql<AdministeredZone["bodies"]>`(
        select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name), '[]')
        from body b where b.zone_id = "zone"."id")`,
      successors: sql<string[]>`array(select after.name from zone_succession s
        join zone after on after.id = s.successor_id
        where s.predecessor_id = "zone"."id" order by after.name)`,
    })
    .from(zone)
    .innerJoin(healthAuthority, eq(healthAuthority.id, zone.healthAuthorityId))
    .orderBy(asc(healthAuthority.name), asc(zone.name), asc(zone.validFrom));
}

/** Municipalities that are in no zone today, by name. One query. */
export async function townsWithoutZone(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  regionOnly(ctx);
  const { rows } = await ctx.db.execute<{ id: string; name: string }>(sql`
    select m.id, m.name from municipality m where not exists (
      select from zone_municipality zm join zone z on z.id = zm.zone_id
      where zm.municipality_id = m.id and zm.valid_to is null and z.valid_to is null)
    order by m.name`);
  return rows;
}

export type AdministeredBody = BodyFields & {
  id: string;
  zone: string | null;
  /** How many people work for it, and how many of them administer it. */
  staff: number;
  administrators: number;
  /** Whether its code stands in numbers that were given out. */
  codeIsOut: boolean;
  /** Digest of what was read, which the form carries. */
  seen: string;
};

/** The bodies with their register code, contacts and staff in numbers, by name. One query. */
export async function administeredBodiesOfRegion(ctx: Ctx): Promise<AdministeredBody[]> {
  regionOnly(ctx);
  const rows = await ctx.db
    .select({
      body,
      zone: zone.name,
      staff: sql<number>`(select count(distinct s.person_id)::int from staff_member s
        where s.body_id = ${body.id} and s.ended_at is null)`,
      administrators: sql<number>`(select count(*)::int from staff_member s
        where s.body_id = ${body.id} and s.ended_at is null and s.role = 'administrator')`,
      codeIsOut: sql<boolean>`exists (select from call c where c.body_id = ${body.id}
          and c.code is not null)
        or exists (select from register_entry e where e.body_id = ${body.id})`,
    })
    .from(body)
    .leftJoin(zone, eq(zone.id, body.zoneId))
    .orderBy(asc(body.name));
  return rows.map(({ body: own, ...row }) => ({
    ...own,
    ...row,
    seen: sha256(contentsOf(own)),
  }));
}
