import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { municipality, zone, zoneMunicipality } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";

/** A place that a call may be opened again for, with the municipalities that it stands for. */
export type PlaceToReopen = { value: string; label: string; codes: string[] };

/** The municipalities of the zone of a call; the zones in force for a call of no zone. One query. */
export async function placesToReopen(ctx: Ctx, zoneId: string | null): Promise<PlaceToReopen[]> {
  if (zoneId === null) return wholeZones(ctx);
  const rows = await ctx.db
    .select({ value: municipality.istatCode, label: municipality.name })
    .from(zoneMunicipality)
    .innerJoin(municipality, eq(municipality.id, zoneMunicipality.municipalityId))
    .where(and(eq(zoneMunicipality.zoneId, zoneId), isNull(zoneMunicipality.validTo)))
    .orderBy(asc(municipality.name));
  return rows.map((row) => ({ ...row, codes: [row.value] }));
}

async function wholeZones(ctx: Ctx): Promise<PlaceToReopen[]> {
  return ctx.db
    .select({
      value: zone.slug,
      label: zone.name,
      codes: sql<string[]>`array(select m.istat_code from municipality m
        join zone_municipality zm on zm.municipality_id = m.id
        where zm.zone_id = "zone"."id" and zm.valid_to is null order by m.istat_code)`,
    })
    .from(zone)
    .where(isNull(zone.validTo))
    .orderBy(asc(zone.name));
}
