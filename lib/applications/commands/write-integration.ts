import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { application, attachment, submission } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { recordEvent } from "@/lib/audit/record-event";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { issueDocument } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";
import type { Integrated } from "../core/integration-answers";
import { dependentsOf } from "../core/integration-items";
import { integrationTransitions } from "../core/integration-states";
import type { IntegrationReceiptView } from "../core/integration-views";
import { applicationTransitions } from "../core/states";
import { authorOf, linkFor } from "../mails";
import { actingFor } from "../queries/acting-for";
import type { LoadedIntegration, LoadedRequest } from "../queries/integration-for-command";
import type { AnswerIdentity } from "./answer-integration";
import type { RegisteredIntegration } from "./register-integration";

type Found = LoadedIntegration & { request: LoadedRequest };
type Registered = RegisteredIntegration & { integrated: Integrated; identity: AnswerIdentity };

/** Writes what a registered answer is made of. The submission before it stays as it is. */
export async function writeIntegration(
  tx: Ctx,
  found: Found,
  registered: Registered,
): Promise<void> {
  const { application: row, request, snapshot } = found;
  const { result, view, number, identity } = registered;
  const settled = next(integrationTransitions, request.state, "answer");
  const back = next(applicationTransitions, row.state, "closeIntegration");
  if (!settled || !back) throw new Refused("wrong_state");
  await issueDocument(tx, {
    ...{ id: result.receiptId, code: view.verification.code, bodyId: row.bodyId, view },
    ...{ kind: "integrationReceipt", subjectType: "integrationRequest", subjectId: request.id },
    ...{ holderId: row.personId, dataDigest: result.digest, issuedAt: result.receivedAt },
  });
  await tx.db.insert(submission).values({
    ...{ id: result.submissionId, applicationId: row.id, bodyId: row.bodyId, number },
    ...{ snapshot: result.snapshot, digest: result.digest, receiptId: result.receiptId },
    ...{ channel: view.channel, identityLevel: view.identityLevel, receivedAt: result.receivedAt },
    callVersion: snapshot.call.version,
    privacyNoticeVersion: snapshot.privacyNoticeVersion,
    idempotencyKey: result.idempotencyKey,
    registerEntryId: registered.registerEntryId,
    submittedBy: row.personId,
  });
  await tx.db
    .update(integrationRequest)
    .set({
      ...{ state: settled, settledAt: result.receivedAt, answerId: result.submissionId },
      // Kept in the submission, and erased there when its days are over.
      sections: {},
    })
    .where(eq(integrationRequest.id, request.id));
  await tx.db
    .update(application)
    .set({
      state: back,
      applicantKey: identity.key,
      applicantName: identity.name,
      revision: row.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(application.id, row.id));
  await countFiles(tx, found, number);
  await carryAnswers(tx, found, registered.integrated);
  await confirm(tx, found, view, result.receiptId);
  await recordEvent(actingFor(tx, row), {
    bodyId: row.bodyId,
    action: "application.answerIntegration",
    subjectType: "application",
    subjectId: row.id,
    facts: {
      request: request.id,
      number: result.registerNumber,
      digest: result.digest,
      channel: view.channel,
    },
  });
}

/** From this submission on the new files count, and those that were taken off do not. */
async function countFiles(tx: Ctx, { application: row, request }: Found, number: number) {
  const ofApplication = eq(attachment.applicationId, row.id);
  await tx.db
    .update(attachment)
    .set({ sinceSubmission: number })
    .where(and(ofApplication, isNull(attachment.sinceSubmission)));
  if (request.removedFiles.length === 0) return;
  await tx.db
    .update(attachment)
    .set({ untilSubmission: number })
    .where(and(ofApplication, inArray(attachment.id, request.removedFiles)));
}

/** What the applicant reads as its answers, and takes along to another application, is what counts. */
async function carryAnswers(tx: Ctx, found: Found, { answers }: Integrated): Promise<void> {
  const { definition, request, application: row } = found;
  const named = new Set(request.items.map((item) => item.field));
  const touched = new Set([...named, ...dependentsOf(definition, named)]);
  const written = new Set(
    fieldsOf(definition)
      .filter((field) => touched.has(field.id) && field.type !== "file")
      .map((field) => field.id),
  );
  for (const section of definition.sections) {
    const own = section.fields.filter((field) => written.has(field.id));
    if (own.length === 0) continue;
    const now = Object.fromEntries(
      own.map(({ id }) => [id, answers[section.id]?.[id] ?? null] as const),
    );
    await tx.db.execute(sql`insert into application_section
        (application_id, section_id, answers, revision, updated_at, updated_by)
      values (${row.id}, ${section.id}, ${JSON.stringify(now)}::jsonb, 1,
        ${tx.now.toISOString()}::timestamptz, ${row.personId})
      on conflict (application_id, section_id) do update set
        answers = application_section.answers || excluded.answers,
        revision = application_section.revision + 1, updated_at = excluded.updated_at`);
  }
}

/** The confirmation of an answer to the office, to who answers for the application. */
async function confirm(
  tx: Ctx,
  found: Found,
  receipt: IntegrationReceiptView,
  receiptId: string,
): Promise<void> {
  const recipient = authorOf(found);
  if (!recipient) return;
  await enqueueMessage(tx, {
    ...recipient,
    kind: "integrationReceipt",
    key: `integrationReceipt:${found.request.id}`,
    view: {
      applicantName: receipt.applicant.name,
      callTitle: receipt.call.title,
      registerNumber: receipt.application.registerNumber,
      applicationCode: receipt.application.code,
      receivedAt: receipt.receivedAt,
      receiptUrl: linkFor(found, routes.document(receiptId)),
    },
  });
}
