import { eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { applicationCode, registerNumber } from "@/lib/kernel/codes";
import { sha256 } from "@/lib/platform/digest";
import { issueDocument } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { type Applicant, applicantOf } from "../core/applicant";
import type { ReceiptView } from "../core/receipt-view";
import { snapshotOf } from "../core/snapshot";
import type { LoadedApplication } from "../queries/application-for-command";
import type { SubmissionResult } from "../queries/submission-of";
import {
  type Decided,
  type Identity,
  nameOf,
  receiptFor,
  snapshotSources,
} from "./compose-submission";
import { joinOrganisation } from "./join-organisation";

/** Writes what a decided submission is made of. The register's counter is taken as late as can be. */
export async function writeSubmission(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
): Promise<{ result: SubmissionResult; view: ReceiptView }> {
  const { fields, flat } = decided.assessment;
  const applicant = applicantOf(decided.track, fields, flat, nameOf(found.person));
  const identity = await identityOf(tx, found, applicant);
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
  const snapshot = canonicalJson(
    snapshotOf(snapshotSources(tx, found, decided, identity, code, number)),
  );
  const digest = sha256(snapshot);
  const receiptId = tx.newId();
  const view = receiptFor(tx, found, decided, { code, number, digest, name: identity.name });
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
  const result = {
    applicationId: id,
    submissionId: tx.newId(),
    receiptId,
    registerNumber: number,
    digest,
    receivedAt: decided.receivedAt,
    idempotencyKey: decided.key,
    snapshot,
  };
  // One statement: the register's counter is held since its number was taken.
  const marked = tx.db.$with("marked").as(markSubmitted(tx, found, decided, identity, code));
  await tx.db
    .with(marked)
    .insert(submission)
    .values(submissionRow(found, result, entry.id, view.identityLevel));
  return { result, view };
}

function submissionRow(
  found: LoadedApplication,
  result: SubmissionResult,
  registerEntryId: string,
  identityLevel: string,
) {
  const { applicationId, submissionId, receiptId, snapshot, digest } = result;
  return {
    id: submissionId,
    applicationId,
    bodyId: found.application.bodyId,
    number: 1,
    snapshot,
    digest,
    callVersion: found.call.version,
    privacyNoticeVersion: found.application.privacyNoticeVersion ?? "",
    channel: "web",
    identityLevel,
    idempotencyKey: result.idempotencyKey,
    registerEntryId,
    receiptId,
    submittedBy: found.application.personId,
    receivedAt: result.receivedAt,
  };
}

function markSubmitted(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
  identity: Identity,
  code: string,
) {
  return tx.db
    .update(application)
    .set({
      state: "submitted",
      applicantKey: identity.key,
      organisationId: identity.organisationId,
      applicantName: identity.name,
      code,
      submittedAt: decided.receivedAt,
      revision: found.application.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(application.id, found.application.id))
    .returning({ id: application.id });
}

/** Bodies are known by fiscal code, groups without one by the row made for them, persons by id. */
async function identityOf(
  tx: Ctx,
  found: LoadedApplication,
  applicant: Applicant,
): Promise<Identity> {
  if (applicant.kind === "person") {
    const key = `person:${found.application.personId}`;
    return { key, organisationId: null, name: applicant.name };
  }
  const organisationId = await joinOrganisation(tx, {
    ...applicant,
    personId: found.application.personId,
    known: found.application.organisationId,
  });
  const key = applicant.fiscalCode ? `body:${applicant.fiscalCode}` : `group:${organisationId}`;
  return { key, organisationId, name: applicant.name };
}
