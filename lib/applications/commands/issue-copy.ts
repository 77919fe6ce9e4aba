import { and, desc, eq, sql } from "drizzle-orm";
import { application, submission } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { issuedDocument } from "@/db/schema/register";
import { recordEvent } from "@/lib/audit/record-event";
import type { AnswerNames } from "@/lib/calls/core/form-answer-words";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { type CopyView, copiedSections } from "../core/copy-view";
import { changedFields } from "../core/integration-answers";
import type { ReceiptView } from "../core/receipt-view";
import type { Snapshot } from "../core/snapshot";
import { applicationPolicy } from "../policy";

/** What answers are said with, in the language of the receipt. */
type WordsOfAnswers = (
  locale: "it" | "en",
) => Promise<{ names: AnswerNames; accepted: string; earlier: string }>;

/**
 * Issues the copy of what was sent, for its author, unless there is one of the same content. Made
 * when it is first asked for: a sending does not wait for it.
 */
export async function issueCopy(
  ctx: Ctx,
  given: { applicationId: string; words: WordsOfAnswers },
): Promise<{ applicationId: string }> {
  const { applicationId } = given;
  await inTransaction(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ application, definition: formDefinition.definition })
      .from(application)
      .innerJoin(formDefinition, eq(formDefinition.id, application.formDefinitionId))
      .where(eq(application.id, applicationId))
      .for("update", { of: application });
    if (!row) throw new NotFound();
    applicationPolicy.authorize(tx.actor, "application.edit", row.application);
    const [sent] = await tx.db
      .select({
        snapshot: submission.snapshot,
        receipt: issuedDocument.view,
        first: sql<string>`(select f.snapshot from submission f
          where f.application_id = ${applicationId}::uuid and f.number = 1)`,
      })
      .from(submission)
      .innerJoin(issuedDocument, eq(issuedDocument.id, submission.receiptId))
      .where(eq(submission.applicationId, applicationId))
      .orderBy(desc(submission.number))
      .limit(1);
    if (!sent) throw new Refused("wrong_state");
    const receipt = sent.receipt as unknown as ReceiptView;
    if (await isIssued(tx, applicationId, receipt.digest)) return;
    const issuedAt = await databaseClock(tx);
    const code = newVerificationCode(tx);
    const words = await given.words(receipt.locale === "en" ? "en" : "it");
    const { locale, body, call, receivedAt, applicant, digest } = receipt;
    const view: CopyView = {
      ...{ kind: "applicationCopy", locale, body, call, receivedAt, applicant, digest, issuedAt },
      application: receipt.application,
      ...answersOf(row.definition, sent, words),
      receiptCode: receipt.verification.code,
      verification: { code, link: env().APP_ORIGIN + routes.verifyCode(code) },
    };
    const { bodyId, personId } = row.application;
    await issueDocument(tx, {
      ...{ id: tx.newId(), code, bodyId, kind: "applicationCopy", subjectType: "application" },
      ...{ subjectId: applicationId, holderId: personId, dataDigest: digest, issuedAt },
      view: { ...view },
    });
    await recordEvent(tx, {
      bodyId,
      action: "application.copy",
      subjectType: "application",
      subjectId: applicationId,
      facts: { digest },
    });
  });
  return { applicationId };
}

/** What was sent; of an application that was integrated, also what stood there before. */
function answersOf(
  definition: FormDefinition,
  sent: { first: string; snapshot: string },
  { names, accepted, earlier: title }: Awaited<ReturnType<WordsOfAnswers>>,
): Pick<CopyView, "sections"> {
  const [first, last]: [Snapshot, Snapshot] = [JSON.parse(sent.first), JSON.parse(sent.snapshot)];
  const changed = new Set(changedFields(definition, first.answers, last.answers));
  const before = definition.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => changed.has(field)),
  }));
  const earlier = copiedSections({ ...definition, sections: before }, first, names, accepted);
  const answers = earlier.flatMap((section) => section.answers);
  const sections = copiedSections(definition, last, names, accepted);
  return { sections: answers.length > 0 ? [...sections, { title, answers }] : sections };
}

async function isIssued(tx: Ctx, applicationId: string, digest: string): Promise<boolean> {
  const found = await tx.db
    .select({ id: issuedDocument.id })
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.kind, "applicationCopy"),
        eq(issuedDocument.subjectId, applicationId),
        eq(issuedDocument.state, "valid"),
        eq(issuedDocument.dataDigest, digest),
      ),
    );
  return found.length > 0;
}
