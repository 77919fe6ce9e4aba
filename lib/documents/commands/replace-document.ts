import { eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { type DocumentKind, issueDocument } from "@/lib/register/issue-document";
import { inTransaction } from "@/lib/transaction";
import type { ReplaceDocument } from "../schema";
import { retireDocument } from "./retire-document";

/** The document that takes the place of another; body, kind, subject and holder stay. */
export type Replacement = {
  id: string;
  code: string;
  view: Record<string, unknown>;
  dataDigest: string | null;
  /** UTC with microseconds. */
  issuedAt: string;
};

/** Issues a corrected document in the place of this one, whose code then says so, with the reason. */
export async function replaceDocument(
  ctx: Ctx,
  input: ReplaceDocument & { replacement: Replacement },
): Promise<void> {
  const { documentId, reason, replacement } = input;
  await inTransaction(ctx, async (tx) => {
    await retireDocument(tx, { documentId, event: "replace", reason, byId: replacement.id });
    const [replaced] = await tx.db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, documentId));
    if (!replaced) throw new NotFound();
    const { bodyId, kind, subjectType, subjectId, holderId } = replaced;
    await issueDocument(tx, {
      ...replacement,
      ...{ bodyId, subjectType, subjectId, holderId },
      kind: kind as DocumentKind,
    });
  });
}
