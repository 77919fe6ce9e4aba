import { desc, eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { admissibilityCheck } from "@/db/schema/review";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { arrivalOf } from "@/lib/calls/core/cut-offs";
import { type RegimeRules, rulesOf } from "@/lib/calls/core/regimes";
import type { CallState } from "@/lib/calls/core/states";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import {
  type CheckAnswer,
  type CheckProgress,
  checkProgress,
  type Requirement,
  requirementsFor,
} from "../core/requirements";
import { type SnapshotFacts, snapshotFacts } from "../core/snapshot-facts";

/** An application under review, with what its rules look at. */
export type ReviewedApplication = {
  id: string;
  bodyId: string;
  state: ApplicationState;
  /** More applications can come for the cut-off it belongs to. */
  windowOpen: boolean;
  revision: number;
  call: { id: string; state: CallState; rules: RegimeRules; closesAt: Date | null };
  requirements: Requirement[];
  answers: Partial<Record<Requirement, CheckAnswer>>;
  progress: CheckProgress;
};

/**
 * Locks an application that was submitted and reads what its review rules look at. NotFound for a
 * draft: until it is sent, staff cannot learn that it exists. The call is held too, shared with
 * other reviewers: its outcome cannot be published while somebody decides.
 */
export async function lockReviewed(tx: Ctx, applicationId: string): Promise<ReviewedApplication> {
  const held = await lockCallOf(tx, applicationId);
  const [row] = await tx.db
    .select()
    .from(application)
    .where(eq(application.id, applicationId))
    .for("update");
  if (!row || row.state === "draft" || !row.track) throw new NotFound();
  const rules = rulesOf(held);
  const requirements = requirementsFor({
    ...rules,
    track: row.track as ApplicationTrack,
    ...(await factsOfSubmission(tx, applicationId)),
  });
  const answers = await answersOf(tx, applicationId);
  return {
    id: row.id,
    bodyId: row.bodyId,
    state: row.state as ApplicationState,
    windowOpen: arrivalOf(held, row.submittedAt ?? tx.now, tx.now).windowOpen,
    revision: row.revision,
    call: { id: held.id, state: held.state as CallState, rules, closesAt: held.closesAt },
    requirements,
    answers,
    progress: checkProgress(requirements, answers),
  };
}

async function lockCallOf(tx: Ctx, applicationId: string) {
  const [held] = await tx.db
    .select({
      id: call.id,
      state: call.state,
      regime: call.regime,
      regimeRules: call.regimeRules,
      closesAt: call.closesAt,
      cutOffs: call.cutOffs,
    })
    .from(call)
    .where(
      eq(
        call.id,
        tx.db
          .select({ callId: application.callId })
          .from(application)
          .where(eq(application.id, applicationId)),
      ),
    )
    .for("share");
  if (!held) throw new NotFound();
  return held;
}

async function factsOfSubmission(tx: Ctx, applicationId: string): Promise<SnapshotFacts> {
  const [sent] = await tx.db
    .select({ snapshot: submission.snapshot })
    .from(submission)
    .where(eq(submission.applicationId, applicationId))
    .orderBy(desc(submission.number))
    .limit(1);
  if (!sent) throw new NotFound();
  return snapshotFacts(JSON.parse(sent.snapshot));
}

async function answersOf(
  tx: Ctx,
  applicationId: string,
): Promise<Partial<Record<Requirement, CheckAnswer>>> {
  const rows = await tx.db
    .select({ requirement: admissibilityCheck.requirement, answer: admissibilityCheck.answer })
    .from(admissibilityCheck)
    .where(eq(admissibilityCheck.applicationId, applicationId));
  return Object.fromEntries(rows.map((row) => [row.requirement, row.answer]));
}
