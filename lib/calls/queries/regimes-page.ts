import { desc, eq, inArray } from "drizzle-orm";
import { regimeAdjustment } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { bodiesOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { REGIMES, type Regime, type RegimeRules, standardRules } from "../core/regimes";
import { callPolicy } from "../policy";

/** One version of what a body makes of a regime; version 0 is how the law and the real calls have it. */
export type RegimeVersion = {
  version: number;
  rules: RegimeRules;
  reason: string;
  by: string;
  at: Date | null;
};

export type BodyRegimes = {
  id: string;
  name: string;
  /** Whether the actor may adjust them. */
  mayAdjust: boolean;
  /** The latest version first; the standard comes last. */
  regimes: { regime: Regime; versions: RegimeVersion[] }[];
};

/** The regimes of the actor's bodies with their whole history. Two queries. */
export async function bodyRegimes(ctx: Ctx): Promise<BodyRegimes[]> {
  const ids = bodiesOf(ctx.actor);
  if (ids.length === 0) throw new NotFound();
  const [bodies, rows] = await Promise.all([
    ctx.db
      .select({ id: body.id, name: body.name })
      .from(body)
      .where(inArray(body.id, ids))
      .orderBy(body.name),
    ctx.db
      .select({
        bodyId: regimeAdjustment.bodyId,
        regime: regimeAdjustment.regime,
        version: regimeAdjustment.version,
        rules: regimeAdjustment.rules,
        reason: regimeAdjustment.reason,
        at: regimeAdjustment.adjustedAt,
        given: person.givenName,
        family: person.familyName,
      })
      .from(regimeAdjustment)
      .leftJoin(person, eq(person.id, regimeAdjustment.adjustedBy))
      .where(inArray(regimeAdjustment.bodyId, ids))
      .orderBy(desc(regimeAdjustment.version)),
  ]);
  return bodies
    .filter(({ id }) => callPolicy.can(ctx.actor, "regime.view", { bodyId: id }))
    .map(({ id, name }) => ({
      id,
      name,
      mayAdjust: callPolicy.can(ctx.actor, "regime.adjust", { bodyId: id }),
      regimes: REGIMES.map((regime) => ({
        regime,
        versions: [
          ...rows
            .filter((row) => row.bodyId === id && row.regime === regime)
            .map(({ version, rules, reason, at, given, family }) => ({
              ...{ version, rules, reason, at },
              by: [given, family].filter(Boolean).join(" "),
            })),
          { version: 0, rules: standardRules[regime], reason: "", by: "", at: null },
        ],
      })),
    }));
}
