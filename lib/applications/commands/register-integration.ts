import type { DeclarationField } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { registerNumber } from "@/lib/kernel/codes";
import { sha256 } from "@/lib/platform/digest";
import { newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { receiptApplicant, receiptBody, receiptCall } from "../core/build-receipt";
import type { ApplicationChannel } from "../core/channels";
import { changedFields, type Integrated } from "../core/integration-answers";
import type { IntegrationReceiptView } from "../core/integration-views";
import { integratedSnapshot } from "../core/snapshot";
import type { LoadedIntegration, LoadedRequest } from "../queries/integration-for-command";
import { registerNumberOf } from "../queries/register-number-of";
import type { SubmissionResult } from "../queries/submission-of";
import type { AnswerIdentity, AnswerInput } from "./answer-integration";
import { nameOf } from "./compose-submission";

type Decided = AnswerInput & {
  integrated: Integrated;
  identity: AnswerIdentity;
  channel: ApplicationChannel;
  /** How surely the one who answers is known. */
  identityLevel: string;
};
type Found = LoadedIntegration & { request: LoadedRequest };

/** An answer with its number, ready to be written. */
export type RegisteredIntegration = {
  result: SubmissionResult;
  view: IntegrationReceiptView;
  registerEntryId: string;
  number: number;
};

/** Gives a decided answer its register number, snapshot and receipt. */
export async function registerIntegration(
  tx: Ctx,
  found: Found,
  decided: Decided,
): Promise<RegisteredIntegration> {
  const { application: row, request } = found;
  const asked = await registerNumberOf(tx, request.registerEntryId);
  const entry = await takeRegisterNumber(tx, {
    bodyId: row.bodyId,
    kind: "integration",
    subjectType: "application",
    subjectId: row.id,
    at: decided.receivedAt,
  });
  const number = registerNumber(entry.number, entry.year);
  const after = integratedSnapshot(found.snapshot, sourcesOf(found, decided, asked, number));
  const snapshot = canonicalJson(after);
  const digest = sha256(snapshot);
  const result: SubmissionResult = {
    applicationId: row.id,
    submissionId: tx.newId(),
    receiptId: tx.newId(),
    registerNumber: number,
    digest,
    receivedAt: decided.receivedAt,
    idempotencyKey: decided.key,
    snapshot,
  };
  return {
    result,
    registerEntryId: entry.id,
    number: after.application.submission,
    view: receiptView(tx, found, decided, { asked, number, digest }),
  };
}

function sourcesOf(found: Found, decided: Decided, asked: string, number: string) {
  const { person, files, request, last } = found;
  const { assessment, answers, questions } = decided.integrated;
  const made = assessment.fields.filter(
    (field): field is DeclarationField =>
      field.type === "declaration" &&
      questions.open.has(field.id) &&
      assessment.flat[field.id] === true,
  );
  return {
    ...decided.identity,
    ...{ registerNumber: number, answers, files },
    integrates: { request: request.id, registerNumber: asked, digest: last.digest },
    submittedBy: { personId: person.id, name: nameOf(person), email: person.email ?? "" },
    ...{ channel: decided.channel, identityLevel: decided.identityLevel },
    receivedAt: decided.receivedAt,
    content: decided.content,
    declarations: made.map(({ id, textVersion }) => ({ id, textVersion })),
  };
}

function receiptView(
  tx: Ctx,
  found: Found,
  { integrated, identity, receivedAt, channel, identityLevel }: Decided,
  given: { asked: string; number: string; digest: string },
): IntegrationReceiptView {
  const { application: row, body, call, person, request, last, snapshot } = found;
  const code = newVerificationCode(tx);
  const origin = env().APP_ORIGIN;
  const locale = person.locale === "en" ? "en" : "it";
  return {
    kind: "integrationReceipt",
    locale: person.locale,
    body: receiptBody(body),
    call: receiptCall(call, origin + routes.call(call.slug)),
    application: {
      id: row.id,
      code: row.code ?? "",
      registerNumber: given.number,
      submission: snapshot.application.submission + 1,
      replaces: null,
    },
    receivedAt,
    applicant: receiptApplicant({
      applicantName: identity.name,
      track: row.track ?? "citizen",
      submittedBy: nameOf(person),
    }),
    ...{ channel, identityLevel },
    files: found.files.map(({ name, size, sha256: hash }) => ({ name, size, sha256: hash })),
    digest: given.digest,
    request: {
      registerNumber: given.asked,
      requestedAt: request.requestedAt,
      closesAt: request.closesAt.toISOString(),
    },
    changed: changedFields(found.definition, found.sent, integrated.answers).map(
      (field) => field.label[locale],
    ),
    earlier: { registerNumber: last.registerNumber, digest: last.digest },
    verification: { code, link: origin + routes.verifyCode(code) },
  };
}
