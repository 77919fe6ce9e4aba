import { and, eq, isNull, sql } from "drizzle-orm";
import { fileObject } from "@/db/schema/files";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { fileStorage } from "@/lib/files/storage";
import type { JobTools } from "@/lib/jobs/job-tools";
import { type PdfViews, renderInThread } from "@/lib/pdf/pool";
import { inTransaction } from "@/lib/transaction";

/**
 * The job `render-document`: draws the PDF of an issued document from its view and keeps it. The
 * file is on stable storage before the row names it, and the row names one file for good: a
 * repeated job, or two at once, change nothing.
 */
export async function renderDocument(
  { documentId }: { documentId: string },
  { ctx }: Pick<JobTools, "ctx">,
): Promise<void> {
  const [document] = await ctx.db
    .select({ kind: issuedDocument.kind, view: issuedDocument.view })
    .from(issuedDocument)
    .where(and(eq(issuedDocument.id, documentId), isNull(issuedDocument.renderedAt)));
  if (!document) return;
  const view = document.view as unknown as PdfViews[keyof PdfViews];
  const file = await renderInThread(document.kind as keyof PdfViews, view);
  await fileStorage().put(file.sha256, file.bytes, "application/pdf");
  await nameFile(ctx, documentId, {
    sha256: file.sha256,
    size: file.bytes.length,
    pages: file.pages,
  });
}

async function nameFile(
  ctx: Ctx,
  documentId: string,
  file: { sha256: string; size: number; pages: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const named = await tx.db
      .update(issuedDocument)
      .set({
        renderedAt: sql`clock_timestamp()`,
        fileHash: file.sha256,
        fileSize: file.size,
        pages: file.pages,
      })
      .where(and(eq(issuedDocument.id, documentId), isNull(issuedDocument.renderedAt)))
      .returning({ id: issuedDocument.id });
    if (named.length === 0) return;
    const { sha256, size } = file;
    await tx.db
      .insert(fileObject)
      .values({ sha256, size, mediaType: "application/pdf", storedAt: tx.now })
      .onConflictDoNothing();
  });
}
