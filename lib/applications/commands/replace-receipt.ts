import { and, eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import type { SubmissionResult } from "../queries/submission-of";

/** The code of the receipt before says from here on that another one took its place. */
export async function replaceReceipt(
  tx: Ctx,
  before: SubmissionResult,
  now: SubmissionResult,
): Promise<void> {
  await tx.db
    .update(issuedDocument)
    .set({
      state: "replaced",
      stateChangedAt: now.receivedAt,
      replacedById: now.receiptId,
    })
    .where(and(eq(issuedDocument.id, before.receiptId), eq(issuedDocument.state, "valid")));
}
