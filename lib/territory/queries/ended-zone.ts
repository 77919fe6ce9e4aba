import { eq, sql } from "drizzle-orm";
import { zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";

/** A zone that is no more, as it was on its last day, and the zones of today that came out of it. */
export type EndedZone = {
  name: string;
  slug: string;
  from: string;
  to: string;
  municipalities: string[];
  successors: { slug: string; name: string }[];
};

/** One query; undefined for a zone that goes on, or that never was. */
export async function endedZone(ctx: Ctx, slug: string): Promise<EndedZone | undefined> {
  const [found] = await ctx.db
    .select({
      name: zone.name,
      slug: zone.slug,
      from: zone.validFrom,
      to: sql<string | null>`${zone.validTo}::text`,
      municipalities: sql<string[]>`array(
        select m.name from municipality m join zone_municipality zm on zm.municipality_id = m.id
        where zm.zone_id = "zone"."id" and zm.valid_to is null order by m.name)`,
      successors: sql<EndedZone["successors"]>`(
        with recursive after as (
          select "zone"."id" as id
          union select s.successor_id from zone_succession s join after on s.predecessor_id = after.id)
        select coalesce(json_agg(json_build_object('slug', z.slug, 'name', z.name) order by z.name), '[]')
        from zone z join after on after.id = z.id where z.valid_to is null)`,
    })
    .from(zone)
    .where(eq(zone.slug, slug));
  return found?.to ? { ...found, to: found.to } : undefined;
}

/** A zone that another came out of, as it was on its last day, with the calls that were published in it. */
export type PastZone = {
  slug: string;
  name: string;
  from: string;
  to: string;
  municipalities: string[];
  calls: boolean;
};

/** For a select of `zone`; whoever was there on its last day was of the zone as it was then. */
export const pastZones = (now: Date) => sql<PastZone[]>`(
  select coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name, 'from', p.valid_from,
    'to', p.valid_to, 'municipalities', array(
      select m.name from municipality m join zone_municipality zm on zm.municipality_id = m.id
      where zm.zone_id = p.id and zm.valid_to is null order by m.name),
    'calls', exists (select from call c where c.zone_id = p.id and c.published_at <= ${now.toISOString()}::timestamptz))
    order by p.valid_to desc, p.name), '[]')
  from zone p where p.id = any(zone_and_past(${zone.id})) and p.id <> ${zone.id})`;
