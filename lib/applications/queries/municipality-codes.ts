import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { municipality, zoneMunicipality } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { romeParts } from "@/lib/kernel/rome-time";

/** ISTAT codes: of all that exist, and by zone as the zones are today. */
export type MunicipalityCodes = {
  all: ReadonlySet<string>;
  byZone: ReadonlyMap<string, ReadonlySet<string>>;
};

const KEPT_MS = 10 * 60_000;
let kept: { codes: MunicipalityCodes; until: number } | undefined;

/** The codes that may be chosen; they change by law, so they are read every ten minutes. */
export async function municipalityCodes(ctx: Ctx): Promise<MunicipalityCodes> {
  if (kept && kept.codes.all.size > 0 && ctx.now.getTime() < kept.until) return kept.codes;
  const today = romeParts(ctx.now).date;
  const rows = await ctx.db
    .select({ code: municipality.istatCode, zoneId: zoneMunicipality.zoneId })
    .from(municipality)
    .leftJoin(
      zoneMunicipality,
      and(
        eq(zoneMunicipality.municipalityId, municipality.id),
        lte(zoneMunicipality.validFrom, today),
        or(isNull(zoneMunicipality.validTo), gt(zoneMunicipality.validTo, today)),
      ),
    );
  const byZone = new Map<string, Set<string>>();
  for (const { code, zoneId } of rows) {
    if (zoneId) byZone.set(zoneId, (byZone.get(zoneId) ?? new Set()).add(code));
  }
  const codes = { all: new Set(rows.map((row) => row.code)), byZone };
  kept = { codes, until: ctx.now.getTime() + KEPT_MS };
  return codes;
}
