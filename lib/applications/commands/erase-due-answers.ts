import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { application, applicationSection, attachment, submission } from "@/db/schema/applications";
import { issuedDocument } from "@/db/schema/register";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { log } from "@/lib/platform/log";
import { ANSWERS_ERASED } from "@/lib/register/issue-document";
import { inTransaction } from "@/lib/transaction";
import { type ErasableSnapshot, isEmpty, withoutAnswers } from "../core/redacted-snapshot";
import { replacementDrafts } from "../queries/replacement-drafts";
import { submissionsDue } from "../queries/submissions-due";
import { eraseTraces } from "./erase-traces";

/**
 * Takes out of what was sent the answers whose days are over: from the data, the draft behind them,
 * the files and the copies. Number, receipt and the digest of the original stay. One application a
 * transaction, so that it may be broken off anywhere, run again, and run twice at once. One that
 * fails keeps none of the others: it is logged by its id, and in the end they are an error together.
 */
export async function eraseDueAnswers(ctx: Ctx): Promise<{ erased: number }> {
  let erased = 0;
  let failed = 0;
  for (let after: string | undefined; ; ) {
    const due = await submissionsDue(ctx, after);
    for (const { id, applicationId } of due) {
      try {
        if (await inTransaction(ctx, (tx) => erase(tx, applicationId, id))) erased += 1;
      } catch (err) {
        failed += 1;
        log.error({ err, applicationId }, "the answers of an application could not be erased");
      }
    }
    after = due.at(-1)?.id;
    if (!after) break;
  }
  if (failed > 0) throw new Error(`${failed} applications keep answers whose days are over`);
  return { erased };
}

async function erase(tx: Ctx, applicationId: string, submissionId: string): Promise<boolean> {
  // Who issues a copy of the answers holds this row too: before, and it is emptied, or after.
  const [row] = await tx.db
    .select({ bodyId: application.bodyId })
    .from(application)
    .where(eq(application.id, applicationId))
    .for("update");
  const [sent] = await tx.db
    .select({
      snapshot: submission.snapshot,
      digest: submission.digest,
      due: sql<string[]>`answers_due(${submission.id})`,
      today: sql<string>`(clock_timestamp() at time zone 'Europe/Rome')::date::text`,
    })
    .from(submission)
    .where(eq(submission.id, submissionId));
  if (!row || !sent || sent.due.length === 0) return false;
  const before = JSON.parse(sent.snapshot) as ErasableSnapshot;
  const left = withoutAnswers(before, sent.due, { digest: sent.digest, on: sent.today });
  const redacted = canonicalJson(left);
  const { rows } = await tx.db.execute<{ done: boolean }>(sql`select erase_answers(
    ${submissionId}, ${textArray(sent.due)}, ${redacted}, ${sent.today}::date, ${tx.newId()}) as done`);
  if (!rows[0]?.done) return false;
  const files = await follow(tx, applicationId, sent.due);
  const traces = isEmpty(left) ? await eraseTraces(tx, applicationId) : undefined;
  const letters = await eraseRequests(tx, applicationId);
  await recordEvent(tx, {
    bodyId: row.bodyId,
    action: "application.answersErased",
    subjectType: "application",
    subjectId: applicationId,
    facts: {
      ...{ answers: sent.due.length, files, digest: sent.digest, left: sha256(redacted) },
      ...traces,
      ...(letters > 0 && { letters }),
    },
  });
  return true;
}

/**
 * What else holds these answers, also where a change of them was begun. Returns how many files of
 * what was sent go; their content follows at night.
 */
async function follow(tx: Ctx, applicationId: string, fields: readonly string[]): Promise<number> {
  const drafts = replacementDrafts(tx, applicationId);
  const { answers, changes } = applicationSection;
  await tx.db
    .update(applicationSection)
    .set({
      answers: sql`${answers} - ${textArray(fields)}`,
      changes: sql`${changes} - ${textArray(fields)}`,
    })
    .where(
      or(
        eq(applicationSection.applicationId, applicationId),
        inArray(applicationSection.applicationId, drafts),
      ),
    );
  const files = await tx.db
    .delete(attachment)
    .where(
      and(
        or(eq(attachment.applicationId, applicationId), inArray(attachment.applicationId, drafts)),
        inArray(attachment.fieldId, [...fields]),
      ),
    )
    .returning({ of: attachment.applicationId });
  await tx.db
    .update(issuedDocument)
    .set({
      view: sql`jsonb_set(${issuedDocument.view}, '{sections}', '[]')`,
      erasedAt: sql`clock_timestamp()`,
      stateReason: sql`case when ${issuedDocument.state} = 'valid' then ${ANSWERS_ERASED} else ${issuedDocument.stateReason} end`,
      stateChangedAt: sql`case when ${issuedDocument.state} = 'valid' then clock_timestamp() else ${issuedDocument.stateChangedAt} end`,
      state: sql`case when ${issuedDocument.state} = 'valid' then 'withdrawn' else ${issuedDocument.state} end`,
    })
    .where(
      and(
        ...[eq(issuedDocument.subjectId, applicationId), isNull(issuedDocument.erasedAt)],
        eq(issuedDocument.kind, "applicationCopy"),
      ),
    );
  return files.filter((file) => file.of === applicationId).length;
}

/** The words of the office about these answers, when it asked for an integration. Letters that go. */
async function eraseRequests(tx: Ctx, applicationId: string): Promise<number> {
  const { rows } = await tx.db.execute<{ letters: number }>(
    sql`select erase_requests(${applicationId}) as letters`,
  );
  return rows[0]?.letters ?? 0;
}

const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
