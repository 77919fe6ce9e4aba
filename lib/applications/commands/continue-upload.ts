import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { upload } from "@/db/schema/uploads";
import type { Ctx } from "@/lib/context";
import { mayContinue, mayKeepPiece, pieces } from "@/lib/files/core/upload-steps";
import { piecesOf } from "@/lib/files/pieces-of";
import { fileStorage } from "@/lib/files/storage";
import { Refused } from "@/lib/kernel/errors";
import { ownUpload, type StoredUpload } from "../queries/own-uploads";

export type ContinueInput = {
  applicationId: string;
  uploadId: string;
  /** Where in the file the bytes begin. */
  offset: number;
  /** How many the request announces. */
  length: number | undefined;
  body: AsyncIterable<Uint8Array>;
};

/**
 * Takes bytes of an upload as they flow in, piece by piece: each is on stable storage before it
 * counts, so that what was counted is there after any crash. Of two connections that write at once
 * one wins each piece; the other is told where the upload stands. Returns how much there is.
 */
export async function continueUpload(ctx: Ctx, input: ContinueInput): Promise<number> {
  const going = await ownUpload(ctx, input);
  const verdict = mayContinue(going, input);
  if (!verdict.ok) throw new Refused(verdict.reason);
  // What it ended with is told by completing it.
  if (going.attachmentId ?? going.refusal) return going.received;
  let { received } = going;
  for await (const bytes of piecesOf(input.body, pieces.most)) {
    const kept = mayKeepPiece({ size: going.size, received }, bytes.length);
    if (!kept.ok) {
      // After other pieces a rest is no fault: it is sent again with what follows.
      if (kept.reason === "upload_piece_too_small" && received > input.offset) break;
      throw new Refused(kept.reason);
    }
    received = await keep(ctx, going, received, bytes);
  }
  return received;
}

async function keep(
  ctx: Ctx,
  { id, applicationId }: StoredUpload,
  received: number,
  bytes: Buffer,
): Promise<number> {
  const piece = ctx.newId();
  try {
    await fileStorage().putPiece(piece, bytes);
  } catch (error) {
    if (error instanceof Refused) await giveUp(ctx, id);
    throw error;
  }
  const counted = await ctx.db
    .update(upload)
    .set({
      received: sql`${upload.received} + ${bytes.length}`,
      pieces: sql`${upload.pieces} || ${piece}::uuid`,
    })
    .where(
      and(
        eq(upload.id, id),
        eq(upload.applicationId, applicationId),
        eq(upload.received, received),
        isNull(upload.attachmentId),
        gt(upload.expiresAt, ctx.now),
      ),
    )
    .returning({ received: upload.received });
  const now = counted[0]?.received;
  if (now !== undefined) return now;
  await fileStorage().removePiece(piece);
  throw new Refused("upload_offset");
}

/** There is no room: what has come of it makes some, and nothing is left of an upload that fails. */
async function giveUp(ctx: Ctx, id: string): Promise<void> {
  const [gone] = await ctx.db
    .delete(upload)
    .where(eq(upload.id, id))
    .returning({ pieces: upload.pieces });
  for (const piece of gone?.pieces ?? []) await fileStorage().removePiece(piece);
}
