import type { Ctx } from "@/lib/context";
import { enqueueNew } from "@/lib/jobs/enqueue";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { applicationCode, registerNumber } from "@/lib/kernel/codes";
import { sendJob } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { renderJob } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { type Applicant, applicantOf } from "../core/applicant";
import type { ReceiptView } from "../core/receipt-view";
import { snapshotOf } from "../core/snapshot";
import { mailboxOf } from "../mails";
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

/** A submission with its number, ready to be written. */
export type Registered = {
  result: SubmissionResult;
  view: ReceiptView;
  identity: Identity;
  code: string;
  /** The clock: an arrival that the desk declared is not when it was registered. */
  enteredAt: string;
  registerEntryId: string;
  receiptId: string;
  messageId: string;
};

/**
 * Gives a decided submission its register number, snapshot and receipt. The register's counter is
 * held from here to the end of the transaction: all that needs no number is done before it.
 */
export async function registerSubmission(
  tx: Ctx,
  found: LoadedApplication,
  decided: Decided,
): Promise<Registered> {
  const { fields, flat } = decided.assessment;
  const applicant = applicantOf(decided.track, fields, flat, nameOf(found.person));
  const { bodyId, id } = found.application;
  const ids = { receiptId: tx.newId(), messageId: tx.newId() };
  const sending = mailboxOf(found) ? [sendJob(ids.messageId, "receipt")] : [];
  // Sent together and carried out in this order: the counter is locked by the last of them.
  const [identity, , entry] = await Promise.all([
    identityOf(tx, found, applicant),
    enqueueNew(tx, [renderJob(ids.receiptId), ...sending]),
    takeRegisterNumber(tx, {
      bodyId,
      kind: "application",
      subjectType: "application",
      subjectId: id,
      at: decided.enteredAt,
    }),
  ]);
  const code = applicationCode(found.body.code, entry.year, entry.number);
  const number = registerNumber(entry.number, entry.year);
  const snapshot = canonicalJson(
    snapshotOf(snapshotSources(tx, found, decided, identity, code, number)),
  );
  const digest = sha256(snapshot);
  const view = receiptFor(tx, found, decided, { code, number, digest, name: identity.name });
  const result = {
    applicationId: id,
    submissionId: tx.newId(),
    receiptId: ids.receiptId,
    registerNumber: number,
    digest,
    receivedAt: decided.receivedAt,
    idempotencyKey: decided.key,
    snapshot,
  };
  const { enteredAt } = decided;
  return { ...ids, result, view, identity, code, enteredAt, registerEntryId: entry.id };
}

/**
 * Bodies are known by fiscal code, groups without one by the row made for them, persons by id, and
 * by fiscal code too where they gave one.
 */
async function identityOf(
  tx: Ctx,
  found: LoadedApplication,
  applicant: Applicant,
): Promise<Identity> {
  if (applicant.kind === "person") {
    const key = `person:${found.application.personId}`;
    return { key, code: applicant.fiscalCode, organisationId: null, name: applicant.name };
  }
  const organisationId = await joinOrganisation(tx, {
    ...applicant,
    personId: found.application.personId,
    known: found.application.organisationId,
  });
  const key = applicant.fiscalCode ? `body:${applicant.fiscalCode}` : `group:${organisationId}`;
  return { key, code: null, organisationId, name: applicant.name };
}
