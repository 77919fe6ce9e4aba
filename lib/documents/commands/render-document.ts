import { and, eq, isNull, sql } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { type Content, storeContent, writeFileObject } from "@/lib/files/store-file";
import type { JobTools } from "@/lib/jobs/job-tools";
import { type PdfViews, renderInThread } from "@/lib/pdf/pool";
import { inTransaction } from "@/lib/transaction";
import { lastMinutes } from "../queries";

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
  const file = await renderInThread(document.kind as keyof PdfViews, view, await lastMinutes(ctx));
  const content = { ...file, mediaType: "application/pdf" };
  await storeContent(ctx, content, "document");
  await nameFile(ctx, documentId, content);
}

async function nameFile(
  ctx: Ctx,
  documentId: string,
  file: Content & { pages: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const named = await tx.db
      .update(issuedDocument)
      .set({
        renderedAt: sql`clock_timestamp()`,
        fileHash: file.sha256,
        fileSize: file.bytes.length,
        pages: file.pages,
      })
      .where(and(eq(issuedDocument.id, documentId), isNull(issuedDocument.renderedAt)))
      .returning({ id: issuedDocument.id });
    if (named.length > 0) await writeFileObject(tx, file, "document");
  });
}
