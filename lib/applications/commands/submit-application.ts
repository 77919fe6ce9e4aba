import { personOf } from "@/lib/auth/actor";
import { dateOfExact } from "@/lib/calls/core/deadline";
import type { Ctx } from "@/lib/context";
import { isAppError, Refused } from "@/lib/kernel/errors";
import { Closing, inTransaction, violatedConstraint } from "@/lib/transaction";
import { exactly } from "../core/arrival";
import { maySubmit, type SubmitReason } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";
import { applicationFacts, assessApplication, contentDigest } from "../queries/assess-application";
import { municipalityCodes } from "../queries/municipality-codes";
import { type SubmissionResult, submissionOf } from "../queries/submission-of";
import { contestOf } from "./contest-of";
import { keepLateReason } from "./keep-late-reason";
import { recordRefusedAttempt } from "./record-refused-attempt";
import { registerSubmission } from "./register-submission";
import { replaceReceipt } from "./replace-receipt";
import { requireLateReason } from "./require-late-reason";
import { retireReplaced } from "./retire-replaced";
import { writeSubmission } from "./write-submission";

export type SubmitInput = {
  applicationId: string;
  /** Made with the summary; a request that comes twice with it has one effect. */
  key: string;
  /** Digest of what the summary showed. */
  content: string;
  /** Version of the texts of the call that the summary was made by; left out: unknown. */
  version?: number | undefined;
  /** The declarations as the form posts them: names and values. */
  entries: readonly (readonly [string, unknown])[];
  /** Why paper that came in time is sent after the end; asked of the desk alone. */
  lateReason?: string | undefined;
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
    if (ONE_LIVE.has(violatedConstraint(error) ?? "")) {
      const reason = await contestOf(ctx, input);
      // What stood in the way was taken back in that very moment.
      if (!reason) return submitApplication(ctx, input);
      await keepLateReason(ctx, input);
      return refuse(reason);
    }
    if (error instanceof Refused) await keepLateReason(ctx, input);
    if (isLate(error)) await keepAttempt(ctx, input, error.reason);
    throw error;
  }
}

/** One application of an applicant, whoever wrote it. */
const ONE_LIVE = new Set(["application_one_live_per_applicant", "application_one_live_per_code"]);

async function submit(
  tx: Ctx,
  input: SubmitInput,
): Promise<SubmissionResult | Closing<SubmissionResult>> {
  const found = await applicationForCommand(tx, input.applicationId, {
    lock: true,
    receivedAt: input.receivedAt,
  });
  if (found.application.submittedAt) {
    applicationPolicy.authorize(tx.actor, "application.sendAgain", found.application);
    return replayed(tx, input);
  }
  applicationPolicy.authorize(tx.actor, "application.submit", found.application);
  const track = found.application.track ?? refuse("incomplete");
  const assessment = assessApplication(found, await municipalityCodes(tx), input.entries);
  const verdict = maySubmit(applicationFacts(found, assessment), found.facts, found.timing);
  const rectified = input.version !== undefined && input.version < found.call.textVersion;
  if (!verdict.ok)
    refuse(rectified && MENDABLE.has(verdict.reason) ? "call_rectified" : verdict.reason);
  if (contentDigest(found) !== input.content)
    refuse(rectified ? "call_rectified" : "content_changed");
  const late = await requireLateReason(tx, found, input);
  const { id, replacesId } = found.application;
  const replaced = replacesId
    ? await retireReplaced(tx, { id, replacesId, timing: found.timing })
    : undefined;
  const replaces = replaced?.registerNumber ?? null;
  const { arrivedAt } = found.application;
  const registered = await registerSubmission(tx, found, {
    ...{ ...input, track, assessment, replaces, enteredAt: input.receivedAt },
    receivedAt: arrivedAt === null ? input.receivedAt : exactly(dateOfExact(arrivedAt)),
  });
  if (replaced) await replaceReceipt(tx, replaced, registered.result);
  return new Closing(registered.result, writeSubmission(tx, found, registered, late));
}

/** What a rectification can have brought about, so that its news are the reason to be told. */
const MENDABLE: ReadonlySet<SubmitReason> = new Set([
  ...(["incomplete", "declaration_missing", "not_eligible", "privacy_not_acknowledged"] as const),
]);

/** A retried request or a second tab gets what the first one was given. */
async function replayed(tx: Ctx, input: SubmitInput): Promise<SubmissionResult> {
  const sent = await submissionOf(tx, input.applicationId);
  const { content } = JSON.parse(sent.snapshot) as { content: string };
  if (content === input.content) return sent;
  return refuse(sent.idempotencyKey === input.key ? "key_reused" : "wrong_state");
}

function isLate(error: unknown): error is Refused {
  return isAppError(error) && error instanceof Refused && error.reason === "deadline_passed";
}

async function keepAttempt(ctx: Ctx, input: SubmitInput, reason: string): Promise<void> {
  const { application, desk } = await applicationForCommand(ctx, input.applicationId);
  await recordRefusedAttempt(ctx, {
    callId: application.callId,
    applicationId: input.applicationId,
    personId: application.personId,
    ...(desk && { operatorId: personOf(ctx.actor) ?? null, reference: desk.reference }),
    receivedAt: input.receivedAt,
    reason,
  });
}

function refuse(reason: SubmitReason): never {
  throw new Refused(reason);
}
