import type { ApplicationState } from "@/lib/applications/core/states";
import type { CallState } from "@/lib/calls/core/states";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import type { CheckProgress } from "./requirements";

/** A refusal needs reasons that can be read (art. 3 L. 241/1990): at least this many characters. */
export const REASONS_MINIMUM = 20;

/** Why an application was not admissible or not admitted. */
export const REFUSAL_REASONS = [
  "requirementMissing",
  "notEligible",
  "late",
  "incomplete",
  "belowThreshold",
  "noPlacesLeft",
  "otherReason",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** A call is reviewed once it has closed and review was started, or all the time if always open. */
type ReviewedCall = { state: CallState; closesAt: Date | null };

/** An application of a call without an end is assessed once its cut-off has passed. */
type Reviewed = { state: ApplicationState; windowOpen?: boolean };

export type ReviewRefusal = "call_not_under_review" | "wrong_state" | "window_open";

const windowOver = (application: Reviewed): Verdict<"window_open"> =>
  application.windowOpen ? refused("window_open") : allowed;

function underReview(call: ReviewedCall): Verdict<"call_not_under_review"> {
  const rolling = call.closesAt === null && call.state === "published";
  return call.state === "underReview" || rolling ? allowed : refused("call_not_under_review");
}

function inState(
  application: { state: ApplicationState },
  ...states: ApplicationState[]
): Verdict<"wrong_state"> {
  return states.includes(application.state) ? allowed : refused("wrong_state");
}

/** Whether the checklist of an application may be filled in now. */
export function mayCheck(application: Reviewed, call: ReviewedCall): Verdict<ReviewRefusal> {
  return firstRefusal<ReviewRefusal>(
    underReview(call),
    inState(application, "submitted"),
    windowOver(application),
  );
}

export type AdmissibilityRefusal =
  | ReviewRefusal
  | "checks_incomplete"
  | "requirement_not_met"
  | "all_requirements_met"
  | "reasons_missing";

/** Whether an application may be found admissible, given its checklist. */
export function mayDeclareAdmissible(
  application: Reviewed,
  call: ReviewedCall,
  progress: CheckProgress,
): Verdict<AdmissibilityRefusal> {
  return firstRefusal<AdmissibilityRefusal>(
    mayCheck(application, call),
    progress === "incomplete" ? refused("checks_incomplete") : allowed,
    progress === "someNotMet" ? refused("requirement_not_met") : allowed,
  );
}

/** Whether an application may be found inadmissible: some requirement failed, and reasons are given. */
export function mayDeclareInadmissible(
  application: Reviewed,
  call: ReviewedCall,
  progress: CheckProgress,
  reasons: string,
): Verdict<AdmissibilityRefusal> {
  return firstRefusal<AdmissibilityRefusal>(
    mayCheck(application, call),
    progress === "incomplete" ? refused("checks_incomplete") : allowed,
    progress === "allMet" ? refused("all_requirements_met") : allowed,
    hasReasons(reasons) ? allowed : refused("reasons_missing"),
  );
}

/** Whether an admissible application may be admitted or not admitted. A refusal needs reasons. */
export function mayDecideAdmission(
  application: Reviewed,
  call: ReviewedCall,
  result: "admitted" | "notAdmitted",
  reasons: string,
): Verdict<ReviewRefusal | "reasons_missing"> {
  return firstRefusal<ReviewRefusal | "reasons_missing">(
    underReview(call),
    inState(application, "admissible"),
    windowOver(application),
    result === "admitted" || hasReasons(reasons) ? allowed : refused("reasons_missing"),
  );
}

export type ReopenRefusal = ReviewRefusal | "not_decided" | "reasons_missing";

/**
 * Whether a decision may be taken back: it was taken, the outcome is not out, and the act says why.
 * Everything goes back to the checklist; what was decided stays in the record as superseded.
 */
export function mayReopen(
  application: { state: ApplicationState },
  call: ReviewedCall,
  reasons: string,
): Verdict<ReopenRefusal> {
  const decided = inState(application, "admissible", "inadmissible", "admitted", "notAdmitted");
  return firstRefusal<ReopenRefusal>(
    underReview(call),
    decided.ok ? allowed : refused("not_decided"),
    hasReasons(reasons) ? allowed : refused("reasons_missing"),
  );
}

export type IntegrationRefusal =
  | ReviewRefusal
  | "nothing_asked"
  | "reasons_missing"
  | "term_changed"
  | "not_in_form";

/**
 * Whether an applicant may be asked to mend statements or documents (art. 6 L. 241/1990): while the
 * formal check runs, for named questions, with the reason in words.
 */
export function mayRequestIntegration(
  application: Reviewed,
  call: ReviewedCall,
  asked: { items: number; reason: string },
): Verdict<IntegrationRefusal> {
  return firstRefusal<IntegrationRefusal>(
    mayCheck(application, call),
    asked.items > 0 ? allowed : refused("nothing_asked"),
    hasReasons(asked.reason) ? allowed : refused("reasons_missing"),
  );
}

/** States that keep an outcome from being published. */
export const UNDECIDED: readonly ApplicationState[] = [
  "submitted",
  "integrationRequested",
  "admissible",
];
/** States that an outcome tells of. */
export const DECIDED: readonly ApplicationState[] = [
  "inadmissible",
  "admitted",
  "reserve",
  "notAdmitted",
];

/**
 * Whether a review may begin that leaves something behind, given how much of it whoever begins has
 * seen and let go: from then on the office enters nothing and lets nobody send.
 */
export function mayBeginReview(
  left: { drafts: number; contests: number },
  accepted: number,
): Verdict<"left_behind"> {
  return left.drafts + left.contests > accepted ? refused("left_behind") : allowed;
}

export type OutcomeRefusal = "wrong_state" | "undecided_applications" | "no_applications";

/** Whether the outcome of a call may be published: everything submitted has been decided. */
export function mayPublishOutcome(
  call: { state: CallState },
  counts: { undecided: number; decided: number },
): Verdict<OutcomeRefusal> {
  return firstRefusal<OutcomeRefusal>(
    call.state === "underReview" ? allowed : refused("wrong_state"),
    counts.undecided > 0 ? refused("undecided_applications") : allowed,
    counts.decided === 0 ? refused("no_applications") : allowed,
  );
}

function hasReasons(reasons: string): boolean {
  return reasons.trim().length >= REASONS_MINIMUM;
}
