import { asc } from "drizzle-orm";
import { municipality } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { municipalityCodes } from "./municipality-codes";

/** The municipalities that a form lets choose from: all, and those of the zone of its call. */
export async function formPlaces(ctx: Ctx) {
  const [municipalities, codes] = await Promise.all([
    ctx.db
      .select({ value: municipality.istatCode, label: municipality.name })
      .from(municipality)
      .orderBy(asc(municipality.name)),
    municipalityCodes(ctx),
  ]);
  return {
    of: (zoneId: string | null) => {
      const ofZone = codes.byZone.get(zoneId ?? "");
      const zoneMunicipalities = ofZone
        ? municipalities.filter(({ value }) => ofZone.has(value))
        : municipalities;
      return { codes, municipalities, zoneMunicipalities };
    },
  };
}
