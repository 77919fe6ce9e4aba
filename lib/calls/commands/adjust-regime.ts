import { eq } from "drizzle-orm";
import { regimeAdjustment } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { InvalidInput, NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { adjustmentProblems, type Regime, type RegimeRules, standardRules } from "../core/regimes";
import { callPolicy } from "../policy";
import { rulesInForce } from "../queries/regime-rules";

export type Adjustment = {
  bodyId: string;
  regime: Regime;
  /** The version that the author read. */
  version: number;
  /** What an author may change; the nature of the regime stays. */
  rules: Omit<RegimeRules, "rolling" | "funding">;
  reason: string;
};

/**
 * Writes the next version of what a body makes of a regime. New calls follow it; those that were
 * published keep theirs. InvalidInput names what the law does not leave open, Stale says that
 * somebody else was first.
 */
export async function adjustRegime(ctx: Ctx, given: Adjustment): Promise<{ version: number }> {
  return inTransaction(ctx, async (tx) => {
    const { bodyId, regime, reason } = given;
    callPolicy.authorize(tx.actor, "regime.adjust", { bodyId });
    // The row of the body is what two administrators queue at.
    const [own] = await tx.db
      .select({ id: body.id })
      .from(body)
      .where(eq(body.id, bodyId))
      .for("update");
    if (!own) throw new NotFound();
    const before = await rulesInForce(tx, bodyId, regime);
    if (before.version !== given.version) throw new Stale([]);
    const { rolling, funding } = standardRules[regime];
    const rules: RegimeRules = { ...given.rules, rolling, funding };
    const problems = adjustmentProblems(regime, rules);
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    if (canonicalJson(rules) === canonicalJson(before.rules)) throw new Refused("nothing_changed");
    const version = before.version + 1;
    const id = tx.newId();
    await tx.db.insert(regimeAdjustment).values({
      ...{ id, bodyId, regime, version, rules, reason },
      adjustedBy: personOf(tx.actor) ?? null,
      adjustedAt: tx.now,
    });
    await recordEvent(tx, {
      bodyId,
      action: "regime.adjusted",
      subjectType: "regime",
      subjectId: id,
      facts: { regime, version, rules: sha256(canonicalJson(rules)) },
    });
    return { version };
  });
}
