import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { decision, outcome } from "@/db/schema/review";
import { body } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";

const RESULTS = ["admitted", "reserve", "notAdmitted", "inadmissible"] as const;
export type PublicResult = (typeof RESULTS)[number];

/** A published outcome as anybody may read it: codes and results, never a name or a reason. */
export type PublicOutcome = {
  title: string;
  slug: string;
  body: string;
  actNumber: string;
  actDate: string;
  publishedAt: Date;
  expiresAt: Date;
  entries: { code: string; result: PublicResult }[];
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
    })
    .from(outcome)
    .innerJoin(call, eq(call.id, outcome.callId))
    .innerJoin(body, eq(body.id, outcome.bodyId))
    .where(and(eq(call.slug, slug), gt(outcome.expiresAt, ctx.now)));
  if (!found) return undefined;
  const { callId, ...shown } = found;
  const rows = await ctx.db
    .select({ code: application.code, result: decision.result })
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
  }));
  return { ...shown, entries };
}
