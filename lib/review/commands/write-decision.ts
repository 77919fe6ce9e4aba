import { and, eq, isNull, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { decision } from "@/db/schema/review";
import { type ApplicationEvent, applicationTransitions } from "@/lib/applications/core/states";
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

type Stage = "admissibility" | "admission";

export type Decided = {
  stage: Stage;
  result: keyof typeof EVENTS;
  reasonCode?: RefusalReason | undefined;
  reasons: string;
};

/**
 * Writes one decision on a locked application: the row with its author and reasons in place of
 * what stood before, the new state, the event. Returns the application as it is afterwards.
 */
export async function writeDecision(
  tx: Ctx,
  reviewed: ReviewedApplication,
  decided: Decided,
): Promise<ReviewedApplication> {
  const after = await moveApplication(tx, reviewed, EVENTS[decided.result]);
  await writeRow(tx, reviewed, { ...decided, reasonCode: decided.reasonCode ?? null });
  await recordEvent(tx, {
    bodyId: reviewed.bodyId,
    action: `application.${EVENTS[decided.result]}`,
    subjectType: "application",
    subjectId: reviewed.id,
    facts: { stage: decided.stage, reason: decided.reasonCode ?? null },
  });
  return after;
}

/** Supersedes what was decided in each stage, and takes the application back to the checklist. */
export async function writeReopening(
  tx: Ctx,
  reviewed: ReviewedApplication,
  reasons: string,
): Promise<void> {
  await moveApplication(tx, reviewed, "reconsider");
  const stages = await tx.db
    .select({ stage: decision.stage })
    .from(decision)
    .where(and(eq(decision.applicationId, reviewed.id), isNull(decision.supersededById)));
  for (const { stage } of stages) {
    await writeRow(tx, reviewed, {
      stage: stage as Stage,
      result: "reopened",
      reasonCode: "otherReason",
      reasons,
    });
  }
  await recordEvent(tx, {
    bodyId: reviewed.bodyId,
    action: "application.reconsider",
    subjectType: "application",
    subjectId: reviewed.id,
    facts: { from: reviewed.state },
  });
}

async function moveApplication(
  tx: Ctx,
  reviewed: ReviewedApplication,
  event: ApplicationEvent,
): Promise<ReviewedApplication> {
  const state = next(applicationTransitions, reviewed.state, event);
  if (!state) throw new Refused("wrong_state");
  await tx.db
    .update(application)
    .set({ state, revision: sql`${application.revision} + 1`, updatedAt: tx.now })
    .where(eq(application.id, reviewed.id));
  return { ...reviewed, state, revision: reviewed.revision + 1 };
}

/** One current decision for each stage: the one before is superseded by the new one. */
async function writeRow(
  tx: Ctx,
  reviewed: ReviewedApplication,
  row: Pick<typeof decision.$inferInsert, "stage" | "result" | "reasonCode" | "reasons">,
): Promise<void> {
  const decidedBy = personOf(tx.actor);
  if (!decidedBy) throw new Forbidden();
  const id = tx.newId();
  await tx.db
    .update(decision)
    .set({ supersededById: id })
    .where(
      and(
        eq(decision.applicationId, reviewed.id),
        eq(decision.stage, row.stage),
        isNull(decision.supersededById),
      ),
    );
  await tx.db.insert(decision).values({
    ...row,
    id,
    applicationId: reviewed.id,
    bodyId: reviewed.bodyId,
    decidedBy,
    decidedAt: tx.now,
  });
}
