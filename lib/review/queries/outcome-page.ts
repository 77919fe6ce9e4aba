import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { decision, outcome } from "@/db/schema/review";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Verdict } from "@/lib/kernel/verdict";
import { DECIDED, mayPublishOutcome, type OutcomeRefusal, UNDECIDED } from "../core/rules";
import { reviewPolicy } from "../policy";
import { type StaffCall, staffCall } from "./staff-calls";

export type OutcomeEntry = {
  id: string;
  code: string;
  applicant: string;
  state: ApplicationState;
  reasonCode: string | null;
};

/** What staff see before and after the outcome of a call is published. */
export type OutcomePage = {
  call: StaffCall;
  /** Whether it can be published now, by the rule that the command refuses with. */
  verdict: Verdict<OutcomeRefusal>;
  mayPublish: boolean;
  entries: OutcomeEntry[];
  published: { actNumber: string; actDate: string; at: Date; expiresAt: Date } | undefined;
};

/** Three queries. NotFound for who does not review for the body. */
export async function outcomePage(ctx: Ctx, callId: string): Promise<OutcomePage> {
  const call = await staffCall(ctx, callId);
  if (!reviewPolicy.can(ctx.actor, "review.view", call)) throw new NotFound();
  const [entries, [published]] = await Promise.all([
    ctx.db
      .select({
        id: application.id,
        code: application.code,
        applicant: application.applicantName,
        state: application.state,
        reasonCode: decision.reasonCode,
      })
      .from(application)
      .leftJoin(
        decision,
        and(
          eq(decision.applicationId, application.id),
          isNull(decision.supersededById),
          inArray(decision.result, ["inadmissible", "notAdmitted"]),
        ),
      )
      .where(
        and(eq(application.callId, callId), inArray(application.state, [...UNDECIDED, ...DECIDED])),
      )
      .orderBy(asc(application.code)),
    ctx.db
      .select({
        actNumber: outcome.actNumber,
        actDate: outcome.actDate,
        at: outcome.publishedAt,
        expiresAt: outcome.expiresAt,
      })
      .from(outcome)
      .where(eq(outcome.callId, callId)),
  ]);
  const undecided = entries.filter(({ state }) => UNDECIDED.some((one) => one === state)).length;
  return {
    call,
    verdict: mayPublishOutcome(call, { undecided, decided: entries.length - undecided }),
    mayPublish: reviewPolicy.can(ctx.actor, "outcome.publish", call),
    entries: entries.map((entry) => ({
      ...entry,
      code: entry.code ?? "",
      state: entry.state as ApplicationState,
    })),
    published,
  };
}
