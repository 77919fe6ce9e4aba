import { eq } from "drizzle-orm";
import { upload } from "@/db/schema/uploads";
import type { Ctx } from "@/lib/context";
import { fileStorage } from "@/lib/files/storage";
import { isAppError } from "@/lib/kernel/errors";
import { ownUpload } from "../queries/own-uploads";

/** Gives up an upload of one's own; one that has become an attachment stays. Said twice, it is gone. */
export async function cancelUpload(
  ctx: Ctx,
  input: { applicationId: string; uploadId: string },
): Promise<void> {
  const found = await ownUpload(ctx, input).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not_found") return undefined;
    throw error;
  });
  if (!found || found.attachmentId) return;
  // From here on no connection that is still open adds to it.
  const over = await ctx.db
    .update(upload)
    .set({ expiresAt: ctx.now })
    .where(eq(upload.id, found.id))
    .returning({ pieces: upload.pieces });
  for (const piece of over[0]?.pieces ?? []) await fileStorage().removePiece(piece);
  await ctx.db.delete(upload).where(eq(upload.id, found.id));
}
