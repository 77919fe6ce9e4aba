import { receiptBody, receiptCall } from "@/lib/applications/core/build-receipt";
import type { SentAnswers } from "@/lib/applications/core/integration-answers";
import { type IntegrationItem, pathOf } from "@/lib/applications/core/integration-items";
import type { IntegrationRequestView } from "@/lib/applications/core/integration-views";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import type { LoadedApplication } from "@/lib/applications/queries/application-for-command";
import type { SubmissionResult } from "@/lib/applications/queries/submission-of";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { registerNumber } from "@/lib/kernel/codes";
import { sha256 } from "@/lib/platform/digest";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { labelsOf } from "../core/integration-asked";

type Letter = {
  id: string;
  definition: FormDefinition;
  track: ApplicationTrack;
  sent: SentAnswers;
  items: readonly IntegrationItem[];
  reason: string;
  requestedAt: string;
  closesAt: Date;
  days: number;
  last: SubmissionResult;
};

/** The letter of a request, with its number of the register, for who answers for the application. */
export async function issueIntegrationRequest(
  tx: Ctx,
  found: LoadedApplication,
  letter: Letter,
): Promise<{ registerEntryId: string; documentId: string }> {
  const { application: row, person, body, call } = found;
  const documentId = tx.newId();
  const entry = await takeRegisterNumber(tx, {
    bodyId: row.bodyId,
    kind: "integrationRequest",
    subjectType: "integrationRequest",
    subjectId: letter.id,
    at: letter.requestedAt,
  });
  const code = newVerificationCode(tx);
  const origin = env().APP_ORIGIN;
  const labels = labelsOf(letter, person.locale === "en" ? "en" : "it");
  const view: IntegrationRequestView = {
    kind: "integrationRequest",
    locale: person.locale,
    body: receiptBody(body),
    call: receiptCall(call, origin + routes.call(call.slug)),
    registerNumber: registerNumber(entry.number, entry.year),
    application: {
      id: row.id,
      code: row.code ?? "",
      submittedAt: row.submittedAt ?? letter.last.receivedAt,
      submittedNumber: letter.last.registerNumber,
    },
    applicant: { name: row.applicantName },
    items: letter.items.map((item) => {
      return { label: labels.get(pathOf(item)) ?? item.field, missing: item.missing };
    }),
    reason: letter.reason,
    closesAt: letter.closesAt.toISOString(),
    days: letter.days,
    responsibleOfficer: call.content.procedure.responsibleOfficer,
    answerLink: origin + routes.applicationIntegration(row.id),
    issuedAt: letter.requestedAt,
    verification: { code, link: origin + routes.verifyCode(code) },
  };
  await issueDocument(tx, {
    ...{ id: documentId, code, bodyId: row.bodyId, kind: "integrationRequest", view },
    ...{ subjectType: "integrationRequest", subjectId: letter.id, holderId: row.personId },
    dataDigest: sha256(canonicalJson(view)),
    issuedAt: letter.requestedAt,
  });
  return { registerEntryId: entry.id, documentId };
}
