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
