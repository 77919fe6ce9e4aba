import { and, eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";

/** The receipt of what was sent. Throws NotFound where nothing was. */
export async function receiptOf(tx: Ctx, applicationId: string) {
  const [row] = await tx.db
    .select({ id: issuedDocument.id, view: issuedDocument.view })
    .from(issuedDocument)
    .where(and(eq(issuedDocument.subjectId, applicationId), eq(issuedDocument.kind, "receipt")));
  if (!row) throw new NotFound();
  return row;
}
