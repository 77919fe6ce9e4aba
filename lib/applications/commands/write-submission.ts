import { eq } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { writeDocument } from "@/lib/register/issue-document";
import type { LoadedApplication } from "../queries/application-for-command";
import type { Registered } from "./register-submission";

/** Writes what a registered submission is made of: its receipt, its new state, its snapshot. */
export async function writeSubmission(
  tx: Ctx,
  found: LoadedApplication,
  registered: Registered,
): Promise<void> {
  const marked = tx.db.$with("marked").as(markSubmitted(tx, found, registered));
  await Promise.all([
    writeReceipt(tx, found, registered),
    tx.db.with(marked).insert(submission).values(submissionRow(found, registered)),
  ]);
}

function writeReceipt(tx: Ctx, found: LoadedApplication, { result, view }: Registered) {
  return writeDocument(tx, {
    id: result.receiptId,
    code: view.verification.code,
    bodyId: found.application.bodyId,
    kind: "receipt",
    subjectType: "application",
    subjectId: found.application.id,
    holderId: found.application.personId,
    view,
    dataDigest: result.digest,
    issuedAt: result.receivedAt,
  });
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
    channel: "web",
    identityLevel: view.identityLevel,
    registerEntryId,
    submittedBy: found.application.personId,
  };
}

function markSubmitted(tx: Ctx, found: LoadedApplication, { identity, code, result }: Registered) {
  return tx.db
    .update(application)
    .set({
      state: "submitted",
      applicantKey: identity.key,
      organisationId: identity.organisationId,
      applicantName: identity.name,
      code,
      submittedAt: result.receivedAt,
      revision: found.application.revision + 1,
      updatedAt: tx.now,
    })
    .where(eq(application.id, found.application.id))
    .returning({ id: application.id });
}
