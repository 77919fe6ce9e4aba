import { and, desc, eq, sql } from "drizzle-orm";
import { regimeAdjustment } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { type Regime, type RegimeRules, regimeOf, standardRules } from "../core/regimes";

/**
 * For a select of `call`: the rules it was published with, else the latest of its body, else null.
 * The names are spelled out because drizzle leaves them out in a select of one table.
 */
export const rulesSql = sql<RegimeRules | null>`coalesce("call"."regime_rules", (
  select a.rules from regime_adjustment a
  where a.body_id = "call"."body_id" and a.regime = "call"."regime"
  order by a.version desc limit 1))`;

/** What `rulesSql` found, or the standard. */
export function readRules(regime: string, found: RegimeRules | null): RegimeRules {
  return found ?? standardRules[regimeOf(regime)];
}

/** What a body has made of a regime by now; version 0 is the standard. One query. */
export async function rulesInForce(
  ctx: Ctx,
  bodyId: string,
  regime: Regime,
): Promise<{ version: number; rules: RegimeRules }> {
  const [found] = await ctx.db
    .select({ version: regimeAdjustment.version, rules: regimeAdjustment.rules })
    .from(regimeAdjustment)
    .where(and(eq(regimeAdjustment.bodyId, bodyId), eq(regimeAdjustment.regime, regime)))
    .orderBy(desc(regimeAdjustment.version))
    .limit(1);
  return found ?? { version: 0, rules: standardRules[regime] };
}
