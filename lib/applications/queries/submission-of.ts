import { asc, desc, eq, sql } from "drizzle-orm";
import { submission } from "@/db/schema/applications";
import { registerEntry } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { registerNumber } from "@/lib/kernel/codes";
import { NotFound } from "@/lib/kernel/errors";

/** What a submission was acknowledged with. */
export type SubmissionResult = {
  applicationId: string;
  submissionId: string;
  receiptId: string;
  /** "0000147/2026" */
  registerNumber: string;
  digest: string;
  /** UTC with microseconds */
  receivedAt: string;
  idempotencyKey: string;
  /** The very bytes that `digest` is the SHA-256 of. */
  snapshot: string;
};

/**
 * The submission by which an application was made, or the last one where it was integrated since.
 * Throws NotFound when it was never sent.
 */
export async function submissionOf(
  ctx: Ctx,
  applicationId: string,
  which: "first" | "last" = "first",
): Promise<SubmissionResult> {
  const [row] = await ctx.db
    .select({
      submissionId: submission.id,
      applicationId: submission.applicationId,
      receiptId: submission.receiptId,
      number: registerEntry.number,
      year: registerEntry.year,
      digest: submission.digest,
      receivedAt: sql<string>`to_char(${submission.receivedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      idempotencyKey: submission.idempotencyKey,
      snapshot: submission.snapshot,
    })
    .from(submission)
    .innerJoin(registerEntry, eq(registerEntry.id, submission.registerEntryId))
    .where(eq(submission.applicationId, applicationId))
    .orderBy(which === "last" ? desc(submission.number) : asc(submission.number))
    .limit(1);
  if (!row) throw new NotFound();
  const { number, year, ...rest } = row;
  return { ...rest, registerNumber: registerNumber(number, year) };
}
