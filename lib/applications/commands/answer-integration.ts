import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { isAppError, Refused } from "@/lib/kernel/errors";
import { inTransaction, violatedConstraint } from "@/lib/transaction";
import { answerByDesk } from "../core/answer-by-desk";
import { applicantOf } from "../core/applicant";
import type { Integrated } from "../core/integration-answers";
import {
  type AnswerReason,
  answerFacts,
  isSameApplicant,
  mayAnswer,
} from "../core/integration-rules";
import { applicationPolicy } from "../policy";
import {
  assessIntegration,
  integrationDigest,
  integrationForCommand,
  type LoadedIntegration,
} from "../queries/integration-for-command";
import { municipalityCodes } from "../queries/municipality-codes";
import type { SubmissionResult } from "../queries/submission-of";
import { recordRefusedAttempt } from "./record-refused-attempt";
import { registerIntegration } from "./register-integration";
import { writeIntegration } from "./write-integration";

export type AnswerInput = {
  applicationId: string;
  /** Made with the summary; a request that comes twice with it has one effect. */
  key: string;
  /** Digest of what the summary showed. */
  content: string;
  /** The clock of the database when the request arrived: UTC with microseconds. Never from a browser. */
  receivedAt: string;
};

/**
 * Answers what the office asked, in one transaction: a further submission with its number, snapshot
 * and receipt, and the application goes back to be checked. What was sent before stays as it was.
 * After the end the attempt is kept. Throws Refused(AnswerReason).
 */
export async function answerIntegration(ctx: Ctx, input: AnswerInput): Promise<SubmissionResult> {
  try {
    return await inTransaction(ctx, (tx) => answer(tx, input));
  } catch (error) {
    if (violatedConstraint(error) === "application_one_live_per_applicant") {
      throw new Refused<AnswerReason>("already_applied");
    }
    if (isAppError(error) && error instanceof Refused && error.reason === "integration_over") {
      await keepAttempt(ctx, input);
    }
    throw error;
  }
}

async function answer(tx: Ctx, input: AnswerInput): Promise<SubmissionResult> {
  const loaded = await integrationForCommand(tx, input.applicationId, {
    lock: true,
    receivedAt: input.receivedAt,
  });
  const written = answerByDesk(loaded.desk?.answering, loaded.request);
  const { application: row } = loaded;
  const subject = { ...row, atDesk: written !== undefined };
  applicationPolicy.authorize(tx.actor, "application.answer", subject);
  const request = loaded.request ?? refuse("wrong_state");
  if (request.state === "answered") return replayed(loaded, input);
  // Written down as unanswered, it has had its end long before.
  if (request.state === "expired") refuse("integration_over");
  const found = { ...loaded, request };
  const integrated = assessIntegration(found, await municipalityCodes(tx));
  const verdict = mayAnswer(
    found.application,
    request,
    answerFacts(request, found.files, integrated.errors),
  );
  if (!verdict.ok) refuse(verdict.reason);
  if (integrationDigest(found) !== input.content) refuse("content_changed");
  const identity = identityAfter(found, integrated);
  const byDesk = personOf(tx.actor) === row.personId ? undefined : written;
  const registered = await registerIntegration(tx, found, {
    ...{ ...input, integrated, identity },
    channel: byDesk?.channel ?? "web",
    identityLevel: byDesk?.identity ?? levelOf(tx),
  });
  await writeIntegration(tx, found, { ...registered, integrated, identity });
  return registered.result;
}

/** How surely the one who answers is known. */
function levelOf({ actor }: Ctx): string {
  return actor.kind === "person" ? actor.identityLevel : "";
}

/** A retried request or a second tab gets what the first one was given. */
function replayed({ last, snapshot }: LoadedIntegration, input: AnswerInput): SubmissionResult {
  if (snapshot.content === input.content) return last;
  return refuse(last.idempotencyKey === input.key ? "key_reused" : "integration_settled");
}

export type AnswerIdentity = { key: string; name: string };

/** Who applies, after the answer: a name may be mended, another applicant is another application. */
function identityAfter(
  { application: row }: LoadedIntegration,
  { assessment }: Integrated,
): AnswerIdentity {
  const before = row.applicantKey ?? "";
  const track = row.track ?? "citizen";
  const applicant = applicantOf(track, assessment.fields, assessment.flat, row.applicantName);
  if (applicant.kind === "person") return { key: before, name: applicant.name };
  const code = applicant.fiscalCode && `body:${applicant.fiscalCode}`;
  const key = code ?? (before.startsWith("body:") ? "" : before);
  if (!isSameApplicant(before, key)) refuse("applicant_changed");
  return { key, name: applicant.name };
}

async function keepAttempt(ctx: Ctx, input: AnswerInput): Promise<void> {
  const { application, request, desk } = await integrationForCommand(ctx, input.applicationId);
  const by = personOf(ctx.actor) ?? null;
  const byDesk = desk !== undefined && by !== application.personId;
  await recordRefusedAttempt(ctx, {
    callId: application.callId,
    applicationId: input.applicationId,
    integrationId: request?.id ?? null,
    personId: byDesk ? application.personId : by,
    ...(byDesk && { operatorId: by, reference: desk.reference }),
    receivedAt: input.receivedAt,
    reason: "integration_over",
  });
}

function refuse(reason: AnswerReason): never {
  throw new Refused(reason);
}
