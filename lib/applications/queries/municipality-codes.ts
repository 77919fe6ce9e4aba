import { municipality } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";

const KEPT_MS = 10 * 60_000;
let kept: { codes: ReadonlySet<string>; until: number } | undefined;

/** ISTAT codes of the municipalities that exist; they change by law, so they are read every ten minutes. */
export async function municipalityCodes(ctx: Ctx): Promise<ReadonlySet<string>> {
  if (kept && kept.codes.size > 0 && ctx.now.getTime() < kept.until) return kept.codes;
  const rows = await ctx.db.select({ code: municipality.istatCode }).from(municipality);
  kept = { codes: new Set(rows.map((row) => row.code)), until: ctx.now.getTime() + KEPT_MS };
  return kept.codes;
}
