import { eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { decision } from "@/db/schema/review";
import {
  type ApplicationEvent,
  type ApplicationState,
  applicationTransitions,
} from "@/lib/applications/core/states";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Forbidden, Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import type { RefusalReason } from "../core/rules";
import type { ReviewedApplication } from "../queries/reviewed-application";

const EVENTS = {
  admissible: "declareAdmissible",
  inadmissible: "declareInadmissible",
  admitted: "admit",
  notAdmitted: "rejectOnMerit",
} as const satisfies Record<string, ApplicationEvent>;

export type Decided = {
  stage: "admissibility" | "admission";
  result: keyof typeof EVENTS;
  reasonCode?: RefusalReason | undefined;
  reasons: string;
};

/**
 * Writes one decision on a locked application: the row with its author and reasons, the new state,
 * the event. Returns the application as it is afterwards.
 */
export async function writeDecision(
  tx: Ctx,
  reviewed: ReviewedApplication,
  decided: Decided,
): Promise<ReviewedApplication> {
  const state: ApplicationState | null = next(
    applicationTransitions,
    reviewed.state,
    EVENTS[decided.result],
  );
  if (!state) throw new Refused("wrong_state");
  const decidedBy = personOf(tx.actor);
  if (!decidedBy) throw new Forbidden();
  await tx.db.insert(decision).values({
    id: tx.newId(),
    applicationId: reviewed.id,
    bodyId: reviewed.bodyId,
    stage: decided.stage,
    result: decided.result,
    reasonCode: decided.reasonCode ?? null,
    reasons: decided.reasons,
    decidedBy,
    decidedAt: tx.now,
  });
  await tx.db
    .update(application)
    .set({ state, revision: sql`${application.revision} + 1`, updatedAt: tx.now })
    .where(eq(application.id, reviewed.id));
  await recordEvent(tx, {
    bodyId: reviewed.bodyId,
    action: `application.${EVENTS[decided.result]}`,
    subjectType: "application",
    subjectId: reviewed.id,
    facts: { stage: decided.stage, reason: decided.reasonCode ?? null },
  });
  return { ...reviewed, state };
}
