import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { application, attachment, submission } from "@/db/schema/applications";
import { issuedDocument } from "@/db/schema/register";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { type ErasableSnapshot, withoutAnswers } from "../core/redacted-snapshot";
import { submissionsDue } from "../queries/submissions-due";

/** Written into a withdrawn copy; who verifies it reads the reason. */
const REASON = "I dati sono stati cancellati: è finito il tempo per cui si conservano.";

/**
 * Takes out of what was sent the answers whose days are over: from the data, the draft behind them,
 * the files and the copies. Number, receipt and the digest of the original stay. One application a
 * transaction, so that it may be broken off anywhere, run again, and run twice at once.
 */
export async function eraseDueAnswers(ctx: Ctx): Promise<{ erased: number }> {
  let erased = 0;
  for (let after: string | undefined; ; ) {
    const due = await submissionsDue(ctx, after);
    for (const one of due) {
      if (await inTransaction(ctx, (tx) => erase(tx, one.applicationId, one.id))) erased += 1;
    }
    after = due.at(-1)?.id;
    if (!after) return { erased };
  }
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
  const files = await follow(tx, applicationId, sent.due, left.applicant.name === "");
  await recordEvent(tx, {
    bodyId: row.bodyId,
    action: "application.answersErased",
    subjectType: "application",
    subjectId: applicationId,
    facts: { answers: sent.due.length, files, digest: sent.digest, left: sha256(redacted) },
  });
  return true;
}

/** What else holds these answers. Returns how many files go; their content follows at night. */
async function follow(
  tx: Ctx,
  applicationId: string,
  fields: readonly string[],
  nameless: boolean,
): Promise<number> {
  const gone = textArray(fields);
  await tx.db.execute(sql`update application_section
    set answers = answers - ${gone}, changes = changes - ${gone} where application_id = ${applicationId}`);
  const files = await tx.db
    .delete(attachment)
    .where(
      and(eq(attachment.applicationId, applicationId), inArray(attachment.fieldId, [...fields])),
    )
    .returning({ id: attachment.id });
  await tx.db
    .update(issuedDocument)
    .set({
      view: sql`jsonb_set(${issuedDocument.view}, '{sections}', '[]')`,
      erasedAt: sql`clock_timestamp()`,
      stateReason: sql`case when ${issuedDocument.state} = 'valid' then ${REASON} else ${issuedDocument.stateReason} end`,
      stateChangedAt: sql`case when ${issuedDocument.state} = 'valid' then clock_timestamp() else ${issuedDocument.stateChangedAt} end`,
      state: sql`case when ${issuedDocument.state} = 'valid' then 'withdrawn' else ${issuedDocument.state} end`,
    })
    .where(
      and(
        ...[eq(issuedDocument.subjectId, applicationId), isNull(issuedDocument.erasedAt)],
        eq(issuedDocument.kind, "applicationCopy"),
      ),
    );
  if (nameless) {
    await tx.db
      .update(application)
      .set({ applicantName: sql`coalesce(${application.code}, '')` })
      .where(eq(application.id, applicationId));
  }
  return files.length;
}

const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
