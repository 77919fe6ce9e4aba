import { eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { applicationCode, registerNumber } from "@/lib/kernel/codes";
import { sha256 } from "@/lib/platform/digest";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import type { Applicant } from "../core/applicant";
import { buildReceipt } from "../core/build-receipt";
import type { ReceiptView } from "../core/receipt-view";
import { snapshotOf } from "../core/snapshot";
import type { ApplicationTrack } from "../core/tracks";
import type { LoadedApplication } from "../queries/application-for-command";
import type { SubmissionResult } from "../queries/submission-of";
import { joinOrganisation } from "./join-organisation";

type Decided = {
  key: string;
  content: string;
  receivedAt: string;
  track: ApplicationTrack;
  applicant: Applicant;
  answers: Record<string, Record<string, unknown>>;
  declarations: readonly string[];
};

type Identity = { key: string; organisationId: string | null };

/** Writes what a decided submission is made of. The register's counter is taken as late as can be. */
export async function writeSubmission(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
): Promise<{ result: SubmissionResult; view: ReceiptView }> {
  const identity = await identityOf(tx, found, decided.applicant);
  const submissionId = tx.newId();
  const { bodyId, id } = found.application;
  const entry = await takeRegisterNumber(tx, {
    bodyId,
    kind: "application",
    subjectType: "application",
    subjectId: id,
    at: decided.receivedAt,
  });
  const code = applicationCode(found.body.code, entry.year, entry.number);
  const number = registerNumber(entry.number, entry.year);
  const snapshot = canonicalJson(snapshotOf(snapshotSources(tx, found, decided, identity, code, number)));
  const digest = sha256(snapshot);
  const receiptId = tx.newId();
  const view = receiptFor(tx, found, decided, { code, number, digest });
  await issueDocument(tx, {
    id: receiptId,
    code: view.verification.code,
    bodyId,
    kind: "receipt",
    subjectType: "application",
    subjectId: id,
    holderId: found.application.personId,
    view,
    dataDigest: digest,
    issuedAt: decided.receivedAt,
  });
  await tx.db.insert(submission).values({
    id: submissionId,
    applicationId: id,
    bodyId,
    number: 1,
    snapshot,
    digest,
    callVersion: found.call.version,
    privacyNoticeVersion: found.application.privacyNoticeVersion ?? "",
    channel: "web",
    identityLevel: view.identityLevel,
    idempotencyKey: decided.key,
    registerEntryId: entry.id,
    receiptId,
    submittedBy: found.application.personId,
    receivedAt: decided.receivedAt,
  });
  await markSubmitted(tx, found, decided, identity, code);
  const result = {
    applicationId: id,
    submissionId,
    receiptId,
    registerNumber: number,
    digest,
    receivedAt: decided.receivedAt,
    idempotencyKey: decided.key,
    snapshot,
  };
  return { result, view };
}

async function markSubmitted(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  identity: Identity,
  code: string,
): Promise<void> {
  await tx.db
    .update(application)
    .set({
      state: "submitted",
      applicantKey: identity.key,
      organisationId: identity.organisationId,
      applicantName: decided.applicant.name,
      code,
      submittedAt: decided.receivedAt,
      revision: found.application.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(application.id, found.application.id));
}

/** Bodies are known by fiscal code, groups without one by the row made for them, persons by id. */
async function identityOf(
  tx: Ctx,
  found: LoadedApplication,
  applicant: Applicant,
): Promise<Identity> {
  if (applicant.kind === "person") {
    return { key: `person:${found.application.personId}`, organisationId: null };
  }
  const organisationId = await joinOrganisation(tx, {
    ...applicant,
    personId: found.application.personId,
    known: found.application.organisationId,
  });
  const key = applicant.fiscalCode ? `body:${applicant.fiscalCode}` : `group:${organisationId}`;
  return { key, organisationId };
}

function snapshotSources(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  identity: Identity,
  code: string,
  number: string,
) {
  const { application: row, call, body, person } = found;
  return {
    application: { id: row.id, code, submission: 1, registerNumber: number },
    call: {
      id: call.id,
      code: call.code ?? "",
      version: call.version,
      title: call.title,
      formDefinitionId: row.formDefinitionId,
    },
    body: { id: body.id, name: body.name },
    applicant: { key: identity.key, name: decided.applicant.name, track: decided.track },
    submittedBy: { personId: person.id, name: nameOf(person), email: person.email ?? "" },
    answers: decided.answers,
    files: found.attachments,
    declarations: decided.declarations,
    privacyNoticeVersion: row.privacyNoticeVersion ?? "",
    channel: "web",
    identityLevel: identityLevelOf(tx),
    receivedAt: decided.receivedAt,
    content: decided.content,
  };
}

function receiptFor(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  given: { code: string; number: string; digest: string },
): ReceiptView {
  const verification = newVerificationCode(tx);
  const origin = env().APP_ORIGIN;
  return buildReceipt({
    locale: found.person.locale,
    body: found.body,
    call: found.call,
    callLink: origin + routes.call(found.call.slug),
    receivedAt: decided.receivedAt,
    applicantName: decided.applicant.name,
    track: decided.track,
    submittedBy: nameOf(found.person),
    application: {
      id: found.application.id,
      code: given.code,
      registerNumber: given.number,
      submission: 1,
      replaces: null,
    },
    channel: "web",
    identityLevel: identityLevelOf(tx),
    files: found.attachments.map(({ name, size, sha256: hash }) => ({ name, size, sha256: hash })),
    digest: given.digest,
    declarations: [...decided.declarations],
    privacyNoticeVersion: found.application.privacyNoticeVersion ?? "",
    verification: { code: verification, link: origin + routes.verifyCode(verification) },
  });
}

function nameOf(person: { givenName: string; familyName: string; email: string | null }): string {
  return `${person.givenName} ${person.familyName}`.trim() || (person.email ?? "");
}

function identityLevelOf(tx: Ctx): string {
  return tx.actor.kind === "person" ? tx.actor.identityLevel : "";
}
