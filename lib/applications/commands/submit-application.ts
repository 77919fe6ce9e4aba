import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { isAppError, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { applicantOf } from "../core/applicant";
import { assessAnswers } from "../core/assess-answers";
import { declarationsFor } from "../core/declarations";
import { maySubmit, type SubmitReason } from "../core/rules";
import { contentOf } from "../core/snapshot";
import { enqueueReceiptMessage } from "../mails";
import { applicationPolicy } from "../policy";
import {
  applicationForCommand,
  type LoadedApplication,
} from "../queries/application-for-command";
import { submissionOf, type SubmissionResult } from "../queries/submission-of";
import { recordRefusedAttempt } from "./record-refused-attempt";
import { writeSubmission } from "./write-submission";

export type SubmitInput = {
  applicationId: string;
  /** Made with the summary; a request that comes twice with it has one effect. */
  key: string;
  /** Digest of what the summary showed. */
  content: string;
  declarations: readonly string[];
  /** The clock of the database when the request arrived: UTC with microseconds. Never from a browser. */
  receivedAt: string;
};

/**
 * Sends a candidacy in one transaction: state, register number, snapshot, receipt, message, event.
 * The same key and content give the same result again; after the deadline the attempt is kept.
 */
export async function submitApplication(ctx: Ctx, input: SubmitInput): Promise<SubmissionResult> {
  try {
    return await inTransaction(ctx, (tx) => submit(tx, input));
  } catch (error) {
    if (violatedConstraint(error) === "application_one_live_per_applicant") {
      throw new Refused<SubmitReason>("already_applied");
    }
    if (isLate(error)) await keepAttempt(ctx, input, error.reason);
    throw error;
  }
}

async function submit(tx: Ctx, input: SubmitInput): Promise<SubmissionResult> {
  const found = await applicationForCommand(tx, input.applicationId, {
    lock: true,
    receivedAt: input.receivedAt,
  });
  applicationPolicy.authorize(tx.actor, "application.submit", found.application);
  if (found.application.submittedAt) return replayed(tx, input);
  const assessment = assessAnswers(found);
  const verdict = maySubmit(applicationFacts(found, assessment), found.facts, found.timing);
  if (!verdict.ok) throw new Refused(verdict.reason);
  if (contentDigest(found) !== input.content) refuse("content_changed");
  const track = found.application.track ?? refuse("incomplete");
  const declared = declarationsFor(track);
  if (!declared.every((code) => input.declarations.includes(code))) refuse("declaration_missing");
  const applicant = applicantOf(found, assessment.answers);
  const written = await writeSubmission(tx, found, {
    ...input,
    track,
    applicant,
    answers: assessment.answers,
    declarations: declared,
  });
  await enqueueReceiptMessage(tx, found, written.view);
  await recordEvent(tx, {
    bodyId: found.application.bodyId,
    action: "application.submit",
    subjectType: "application",
    subjectId: input.applicationId,
    facts: {
      number: written.result.registerNumber,
      digest: written.result.digest,
      receivedAt: input.receivedAt,
      late: found.timing === "late",
    },
  });
  return written.result;
}

/** A retried request or a second tab gets what the first one was given. */
async function replayed(tx: Ctx, input: SubmitInput): Promise<SubmissionResult> {
  const sent = await submissionOf(tx, input.applicationId);
  const { content } = JSON.parse(sent.snapshot) as { content: string };
  if (content === input.content) return sent;
  return refuse(sent.idempotencyKey === input.key ? "key_reused" : "wrong_state");
}

/** What the rule wants to know of an application; the summary page asks the same. */
export function applicationFacts(
  found: LoadedApplication,
  assessment: ReturnType<typeof assessAnswers>,
) {
  return {
    state: found.application.state,
    track: found.application.track,
    privacyAcknowledged:
      found.application.privacyNoticeVersion === found.call.content.procedure.privacyNoticeVersion,
    problems: assessment.problems.length,
    ineligible: assessment.ineligible !== undefined,
    attachments: found.attachments.map((file) => file.state),
  };
}

/** Digest of what a summary shows, to be sent back with the confirmation. */
export function contentDigest(found: LoadedApplication): string {
  return sha256(
    canonicalJson(
      contentOf({
        sections: found.sections,
        attachments: found.attachments,
        track: found.application.track,
        privacyNoticeVersion: found.application.privacyNoticeVersion,
        callVersion: found.call.version,
      }),
    ),
  );
}

function isLate(error: unknown): error is Refused {
  return isAppError(error) && error instanceof Refused && error.reason === "deadline_passed";
}

async function keepAttempt(ctx: Ctx, input: SubmitInput, reason: string): Promise<void> {
  const { application } = await applicationForCommand(ctx, input.applicationId);
  await recordRefusedAttempt(ctx, {
    callId: application.callId,
    applicationId: input.applicationId,
    personId: personOf(ctx.actor) ?? null,
    receivedAt: input.receivedAt,
    reason,
  });
}

function refuse(reason: SubmitReason): never {
  throw new Refused(reason);
}
