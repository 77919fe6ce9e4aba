import { type SQL, sql } from "drizzle-orm";
import { insertRow } from "@/db/insert-row";
import { submission } from "@/db/schema/applications";
import { message } from "@/db/schema/mail";
import { issuedDocument } from "@/db/schema/register";
import { auditEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { receiptMessage } from "../mails";
import { actingFor } from "../queries/acting-for";
import type { LoadedApplication } from "../queries/application-for-command";
import type { Registered } from "./register-submission";

/**
 * Writes what a registered submission is made of: its receipt, its new state, its snapshot, the
 * letter, the event. One statement: since its number was taken, others wait for the register of
 * the body.
 */
export async function writeSubmission(
  tx: Ctx,
  found: LoadedApplication,
  registered: Registered,
  lateReason: string,
): Promise<void> {
  const parts = [
    sql`receipt as (${insertRow(issuedDocument, receiptRow(found, registered))})`,
    sql`marked as (${markSubmitted(tx, found, registered)})`,
    sql`sent as (${insertRow(submission, submissionRow(found, registered))})`,
  ];
  const letter = receiptMessage(found, registered.view, registered.receiptId, tx.now);
  if (letter) {
    const row = { ...letter, id: registered.messageId, queuedAt: tx.now };
    parts.push(sql`letter as (${insertRow(message, row)})`);
  }
  const event = auditEvent(
    actingFor(tx, found.application),
    submitted(found, registered, lateReason),
  );
  await tx.db.execute(sql`with ${sql.join(parts, sql`, `)} select ${event}`);
}

function submitted(
  found: LoadedApplication,
  { result, enteredAt }: Registered,
  lateReason: string,
) {
  return {
    bodyId: found.application.bodyId,
    action: "application.submit",
    subjectType: "application",
    subjectId: found.application.id,
    facts: {
      number: result.registerNumber,
      digest: result.digest,
      receivedAt: result.receivedAt,
      late: found.timing === "late",
      ...(found.desk && { channel: found.application.channel, enteredAt }),
      // Its words are kept where they can be erased.
      ...(lateReason && { enteredLate: true }),
    },
  };
}

function receiptRow(found: LoadedApplication, { result, view, enteredAt }: Registered) {
  return {
    id: result.receiptId,
    code: view.verification.code,
    bodyId: found.application.bodyId,
    kind: "receipt",
    subjectType: "application",
    subjectId: found.application.id,
    holderId: found.application.personId,
    view,
    dataDigest: result.digest,
    issuedAt: enteredAt,
  };
}

function submissionRow(
  found: LoadedApplication,
  { result, view, registerEntryId }: Registered,
): typeof submission.$inferInsert {
  const { submissionId, registerNumber: _, ...columns } = result;
  return {
    ...columns,
    id: submissionId,
    bodyId: found.application.bodyId,
    number: 1,
    callVersion: found.call.version,
    privacyNoticeVersion: found.application.privacyNoticeVersion ?? "",
    channel: found.application.channel,
    identityLevel: view.identityLevel,
    registerEntryId,
    submittedBy: found.application.personId,
  };
}

function markSubmitted(tx: Ctx, found: LoadedApplication, registered: Registered): SQL {
  const { identity, code, result } = registered;
  return sql`update application set state = 'submitted', applicant_key = ${identity.key},
    applicant_code = ${identity.code}, organisation_id = ${identity.organisationId}::uuid, applicant_name = ${identity.name},
    code = ${code}, form_definition_id = ${found.application.formDefinitionId}, submitted_at = ${result.receivedAt}::timestamptz, revision = revision + 1,
    updated_at = ${tx.now.toISOString()}::timestamptz
    where id = ${found.application.id}`;
}
