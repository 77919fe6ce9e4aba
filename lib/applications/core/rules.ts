import { type ReopenedOnly, standingOf } from "@/lib/calls/core/reopening";
import type { CallState } from "@/lib/calls/core/states";
import { next } from "@/lib/kernel/states";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { type ApplicationState, applicationTransitions } from "./states";
import { type ApplicationTrack, tracksOf } from "./tracks";

/** Where a request falls in the time of a call; for submissions SQL says it, in the transaction. */
export type Timing = "early" | "inTime" | "late";

/** `reopenedFor` and `reopenedWithin`: those for whom it was opened again. */
export type CallFacts = {
  state: CallState;
  audiences: readonly string[];
  /** False: late applications are accepted and marked. */
  peremptory: boolean;
  /** Whether the way in which the applicant signed in is one that the call admits. */
  channelAdmitted: boolean;
} & ReopenedOnly;

export type AttachmentState = "scanning" | "clean" | "notScanned" | "infected" | "refused";

export type ApplicationFacts = {
  state: ApplicationState;
  track: ApplicationTrack | null;
  privacyAcknowledged: boolean;
  /** Answers that are missing or wrong, by the call's form. */
  problems: number;
  /** Declarations not yet made; pages that come before them say none. */
  undeclared: number;
  /** The form itself says no to this applicant. */
  ineligible: boolean;
  /** What kind of organisation it is and where it, or the person, is; null: no answer says it. */
  nature: LegalNature | null;
  place: string | null;
  attachments: readonly AttachmentState[];
};

export type TimeReason =
  | "not_open_yet"
  | "deadline_passed"
  | "call_suspended"
  | "call_revoked"
  | "call_closed";
export type StartReason =
  | TimeReason
  | "track_not_admitted"
  | "channel_not_admitted"
  | "reopened_for_others";
export type EditReason = TimeReason | "wrong_state" | "reopened_for_others";
export type SubmitReason =
  | EditReason
  | StartReason
  | "not_eligible"
  | "privacy_not_acknowledged"
  | "incomplete"
  | "attachment_refused"
  | "declaration_missing"
  | "reopened_not_for_you"
  | "already_applied"
  | "code_in_use"
  | "content_changed"
  | "call_rectified"
  | "late_reason_missing"
  | "key_reused";
export type WithdrawReason = "wrong_state" | "deadline_passed";

/** Whether a call takes something at this moment. */
export function isTakingPart(call: CallFacts, timing: Timing): Verdict<TimeReason> {
  switch (call.state) {
    case "published":
      if (timing === "early") return refused("not_open_yet");
      return timing === "late" && call.peremptory ? refused("deadline_passed") : allowed;
    case "suspended":
      return refused("call_suspended");
    case "revoked":
      return refused("call_revoked");
    case "draft":
      return refused("not_open_yet");
    default:
      return timing === "late" ? refused("deadline_passed") : refused("call_closed");
  }
}

export function mayStart(
  call: CallFacts,
  timing: Timing,
  track: ApplicationTrack,
): Verdict<StartReason> {
  return firstRefusal<StartReason>(
    isTakingPart(call, timing),
    admitsTrack(call, track),
    isOpenAgainFor(call, track),
    admitsChannel(call),
  );
}

/** A draft is written until the end; afterwards it stays readable. */
export function mayEdit(
  application: { state: ApplicationState; track: ApplicationTrack | null },
  call: CallFacts,
  timing: Timing,
): Verdict<EditReason> {
  const state: Verdict<EditReason> =
    application.state === "draft" ? allowed : refused("wrong_state");
  return firstRefusal<EditReason>(
    state,
    isTakingPart(call, timing),
    isOpenAgainFor(call, application.track),
  );
}

/** The same answer for the page that shows the button and for the command that submits. */
export function maySubmit(
  application: ApplicationFacts,
  call: CallFacts,
  timing: Timing,
): Verdict<SubmitReason> {
  return firstRefusal<SubmitReason>(
    mayEdit(application, call, timing),
    application.track ? admitsTrack(call, application.track) : refused("incomplete"),
    admitsChannel(call),
    application.ineligible ? refused("not_eligible") : allowed,
    application.privacyAcknowledged ? allowed : refused("privacy_not_acknowledged"),
    application.problems === 0 ? allowed : refused("incomplete"),
    standingOf(call, application) === "in" ? allowed : refused("reopened_not_for_you"),
    application.attachments.every(maySend) ? allowed : refused("attachment_refused"),
    application.undeclared === 0 ? allowed : refused("declaration_missing"),
  );
}

/** Until the deadline a candidacy can be taken back; a call that never closes lets it always. */
export function mayWithdraw(
  application: { state: ApplicationState },
  timing: Timing,
): Verdict<WithdrawReason> {
  const leads = next(applicationTransitions, application.state, "withdraw");
  if (leads === null || application.state === "draft") return refused("wrong_state");
  return timing === "late" ? refused("deadline_passed") : allowed;
}

export type SetAsideReason = "wrong_state" | "not_contested" | "outcome_published";

/**
 * Whether the office may take an application out of the way of another person with the same fiscal
 * code: only where somebody was refused for it, and before the outcome is out.
 */
export function maySetAside(
  application: { state: ApplicationState; contested: boolean },
  call: { state: CallState },
): Verdict<SetAsideReason> {
  const leads = next(applicationTransitions, application.state, "withdraw");
  const running: readonly CallState[] = ["published", "suspended", "underReview"];
  return firstRefusal<SetAsideReason>(
    leads === null || application.state === "draft" ? refused("wrong_state") : allowed,
    application.contested ? allowed : refused("not_contested"),
    running.includes(call.state) ? allowed : refused("outcome_published"),
  );
}

/**
 * What was sent is changed by another application that takes its place, while the call still takes
 * some and nobody has begun to look at it.
 */
export function mayReplace(
  application: { state: ApplicationState; track: ApplicationTrack | null },
  call: CallFacts,
  timing: Timing,
): Verdict<WithdrawReason | StartReason> {
  return firstRefusal<WithdrawReason | StartReason>(
    application.state === "submitted" ? allowed : refused("wrong_state"),
    timing === "late" ? refused("deadline_passed") : allowed,
    mayStart(call, timing, application.track ?? "citizen"),
  );
}

/**
 * A file that still waits for the scanner may be sent: nobody loses a deadline by a machine of ours.
 * It stays closed until the scan has decided.
 */
export function maySend(state: AttachmentState): boolean {
  return state !== "infected" && state !== "refused";
}

/** Where no scanner is set the body decides whether a file opens. */
export function isReady(state: AttachmentState): boolean {
  return state === "clean" || state === "notScanned";
}

function admitsChannel(call: CallFacts): Verdict<"channel_not_admitted"> {
  return call.channelAdmitted ? allowed : refused("channel_not_admitted");
}

function admitsTrack(call: CallFacts, track: ApplicationTrack): Verdict<"track_not_admitted"> {
  return tracksOf(call.audiences).includes(track) ? allowed : refused("track_not_admitted");
}

/**
 * A call that was opened again for some has stayed closed for the others. What only the answers say
 * is asked when it is sent.
 */
function isOpenAgainFor(
  call: CallFacts,
  track: ApplicationTrack | null,
): Verdict<"reopened_for_others"> {
  const out = standingOf(call, { track, nature: null, place: null }) === "out";
  return out ? refused("reopened_for_others") : allowed;
}
