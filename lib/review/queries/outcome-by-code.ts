import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { decision, outcome } from "@/db/schema/review";
import { body } from "@/db/schema/territory";
import { rulesOf } from "@/lib/calls/core/regimes";
import type { Ctx } from "@/lib/context";

const RESULTS = ["admitted", "reserve", "notAdmitted", "inadmissible"] as const;
export type PublicResult = (typeof RESULTS)[number];

/** A published outcome as anybody may read it: codes and results, never a person or a reason. */
export type PublicOutcome = {
  title: string;
  slug: string;
  body: string;
  actNumber: string;
  actDate: string;
  publishedAt: Date;
  expiresAt: Date;
  /** Whether the regime of the call publishes the names of admitted bodies. */
  named: boolean;
  /** The name of an admitted body where the call says so; of persons and groups never. */
  entries: { code: string; result: PublicResult; name: string | undefined }[];
};

/**
 * The outcome of a call by application code, until its term. Undefined when there is none, and
 * afterwards as if there had never been one. Two queries.
 */
export async function outcomeByCode(ctx: Ctx, slug: string): Promise<PublicOutcome | undefined> {
  const [found] = await ctx.db
    .select({
      callId: call.id,
      title: call.title,
      slug: call.slug,
      body: body.name,
      actNumber: outcome.actNumber,
      actDate: outcome.actDate,
      publishedAt: outcome.publishedAt,
      expiresAt: outcome.expiresAt,
      regime: call.regime,
      regimeRules: call.regimeRules,
    })
    .from(outcome)
    .innerJoin(call, eq(call.id, outcome.callId))
    .innerJoin(body, eq(body.id, outcome.bodyId))
    .where(and(eq(call.slug, slug), gt(outcome.expiresAt, ctx.now)));
  if (!found) return undefined;
  const { callId, regime, regimeRules, ...shown } = found;
  const named = rulesOf({ regime, regimeRules }).published === "codesAndBodies";
  const rows = await ctx.db
    .select({
      code: application.code,
      result: decision.result,
      track: application.track,
      name: application.applicantName,
    })
    .from(application)
    .innerJoin(
      decision,
      and(
        eq(decision.applicationId, application.id),
        isNull(decision.supersededById),
        inArray(decision.result, [...RESULTS]),
      ),
    )
    .where(and(eq(application.callId, callId), inArray(application.state, [...RESULTS])))
    .orderBy(asc(application.code));
  const entries = rows.map((row) => ({
    code: row.code ?? "",
    result: row.result as PublicResult,
    name: named && row.track === "organisation" && row.result === "admitted" ? row.name : undefined,
  }));
  return { ...shown, named, entries };
}
