import { sql } from "drizzle-orm";
import { fileObject } from "@/db/schema/files";
import type { Ctx } from "@/lib/context";
import { fileStorage } from "./storage";

/** A content and its digest. */
export type Content = { sha256: string; bytes: Uint8Array; mediaType: string };

/**
 * What will name the content. An attachment or a document names it in a column, so that it is
 * collected once nothing does; a content that is named elsewhere, as in the JSON of a call, stays.
 */
export type ReferredBy = "attachment" | "document" | "content";

/**
 * Puts a content on stable storage. Call it before the transaction that names it. That it comes is
 * written down first, so no broken-off upload leaves a content that nobody knows of.
 */
export async function storeContent(
  ctx: Ctx,
  content: Content,
  referredBy: ReferredBy,
): Promise<void> {
  await writeFileObject(ctx, content, referredBy);
  try {
    await fileStorage().put(content.sha256, content.bytes, content.mediaType);
  } catch (error) {
    await forget(ctx, content.sha256);
    throw error;
  }
}

/** The row of a content, once however often the same one comes; for a day nobody collects it. */
export async function writeFileObject(
  tx: Ctx,
  { sha256, bytes, mediaType }: Content,
  referredBy: ReferredBy,
): Promise<void> {
  const collectable = referredBy !== "content";
  await tx.db
    .insert(fileObject)
    .values({ sha256, size: bytes.length, mediaType, storedAt: tx.now, collectable })
    .onConflictDoUpdate({
      target: fileObject.sha256,
      set: {
        storedAt: sql`greatest(${fileObject.storedAt}, excluded.stored_at)`,
        collectable: sql`${fileObject.collectable} and excluded.collectable`,
      },
    });
}

/**
 * Takes the row of a content that could not be stored away again, unless another upload of the
 * same content succeeded; one that is just arriving writes the row anew with what names it.
 */
async function forget(ctx: Ctx, sha256: string): Promise<void> {
  await ctx.db.execute(sql`delete from file_object
    where sha256 = ${sha256} and collectable and ${nothingNames}`);
}

/** Whether no attachment, document or message names the content of a row of file_object. */
export const nothingNames = sql`not exists (
    select from attachment where attachment.file_hash = file_object.sha256)
  and not exists (
    select from thread_file where thread_file.file_hash = file_object.sha256)
  and not exists (
    select from issued_document where issued_document.file_hash = file_object.sha256
      and issued_document.erased_at is null)`;
