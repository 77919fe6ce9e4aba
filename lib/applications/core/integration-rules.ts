import { isInTime } from "@/lib/calls/core/deadline";
import type { FieldError } from "@/lib/calls/core/form-field-errors";
import { next } from "@/lib/kernel/states";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import type { IntegrationItem } from "./integration-items";
import {
  type IntegrationEvent,
  type IntegrationState,
  integrationTransitions,
} from "./integration-states";
import { type AttachmentState, maySend } from "./rules";
import type { ApplicationState } from "./states";

export type RequestFacts = {
  state: IntegrationState;
  /** Whether its end is past for this request to the server; SQL says it where something is written. */
  over: boolean;
};

export type PrepareReason = "wrong_state" | "integration_settled" | "integration_over";
export type AnswerReason =
  | PrepareReason
  | "not_eligible"
  | "incomplete"
  | "attachment_refused"
  | "content_changed"
  | "key_reused"
  | "already_applied"
  | "applicant_changed";
export type ExtendReason = PrepareReason | "shortens" | "reasons_missing" | "term_changed";

/** Whether an answer can be written, and files can be given for it. */
export function mayPrepare(
  application: { state: ApplicationState },
  request: RequestFacts | undefined,
): Verdict<PrepareReason> {
  if (!request) return refused("wrong_state");
  return firstRefusal<PrepareReason>(
    mayStill(request, "answer"),
    application.state === "integrationRequested" ? allowed : refused("wrong_state"),
    request.over ? refused("integration_over") : allowed,
  );
}

export type AnswerFacts = {
  problems: number;
  ineligible: boolean;
  attachments: readonly AttachmentState[];
};

/** What the rule wants to know of an answer: only what was opened is judged. */
export function answerFacts(
  { items }: { items: readonly IntegrationItem[] },
  files: readonly { fieldId: string; state: AttachmentState }[],
  errors: Readonly<Record<string, FieldError>>,
): AnswerFacts {
  const asked = new Set(items.map((item) => item.field));
  return {
    problems: Object.keys(errors).length,
    ineligible: Object.values(errors).some((error) => error.code === "notEligible"),
    attachments: files.filter((file) => asked.has(file.fieldId)).map((file) => file.state),
  };
}

/** The same answer for the page with the button and for the command that sends. */
export function mayAnswer(
  application: { state: ApplicationState },
  request: RequestFacts | undefined,
  answer: AnswerFacts,
): Verdict<AnswerReason> {
  return firstRefusal<AnswerReason>(
    mayPrepare(application, request),
    answer.ineligible ? refused("not_eligible") : allowed,
    answer.problems === 0 ? allowed : refused("incomplete"),
    answer.attachments.every(maySend) ? allowed : refused("attachment_refused"),
  );
}

/** A term is moved while it runs, and only to a later end. */
export function mayExtend(
  request: RequestFacts & { closesAt: Date },
  until: Date,
): Verdict<ExtendReason> {
  return firstRefusal<ExtendReason>(
    mayStill(request, "answer"),
    request.over ? refused("integration_over") : allowed,
    until > request.closesAt ? allowed : refused("shortens"),
  );
}

/** What the office has asked it can take back until there is an answer or the time is over. */
export function mayCancel(request: RequestFacts): Verdict<PrepareReason> {
  return firstRefusal<PrepareReason>(
    mayStill(request, "cancel"),
    request.over ? refused("integration_over") : allowed,
  );
}

function mayStill(
  { state }: RequestFacts,
  event: IntegrationEvent,
): Verdict<"integration_settled"> {
  return next(integrationTransitions, state, event) ? allowed : refused("integration_settled");
}

/** What everybody is shown: an end that is past is past, whether or not it was written down yet. */
export function integrationStatus(
  request: { state: IntegrationState; closesAt: Date },
  now: Date,
): IntegrationState {
  return request.state === "open" && !isInTime(now, request.closesAt) ? "expired" : request.state;
}

/**
 * An answer that came in time is served although it takes a while: the end is written down only so
 * long after it, which is more than any request lasts.
 */
export const SETTLED_AFTER_MS = 10 * 60_000;

/** Whose candidacy it is does not change; a group that adds its fiscal code is still itself. */
export function isSameApplicant(before: string, after: string): boolean {
  return before === after || before.startsWith("group:");
}
