import { and, eq, isNull } from "drizzle-orm";
import { attachment } from "@/db/schema/applications";
import { upload } from "@/db/schema/uploads";
import type { Ctx } from "@/lib/context";
import { type FileRefusal, fileLimits, isFileRefusal } from "@/lib/files/core/limits";
import { inTurns } from "@/lib/files/in-turns";
import type { ArrivedFile } from "@/lib/files/inspect-file";
import { fileStorage } from "@/lib/files/storage";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import type { StoredAttachment } from "../queries/application-for-command";
import { ownUpload, type StoredUpload } from "../queries/own-uploads";
import { attachFile } from "./attach-file";

export type CompletedUpload = Pick<StoredAttachment, "id" | "name" | "state">;

/** Bytes of whole files that one process holds at a time, to look into them and have them scanned. */
const inTurn = inTurns(8 * fileLimits.fileBytes);

/**
 * Makes an attachment of an upload that is whole. Asked again, also at the same time, it gives the
 * same answer: the attachment, or the refusal that it ended with. A call that takes nothing at the
 * moment ends no upload: it may be resumed, or get a later end, and then the file is there.
 */
export async function completeUpload(
  ctx: Ctx,
  input: { applicationId: string; uploadId: string },
): Promise<CompletedUpload> {
  const coming = await ownUpload(ctx, input);
  const ended = await endOf(ctx, coming);
  if (ended) return ended;
  if (coming.received < coming.size) throw new Refused("upload_incomplete");
  try {
    return await inTurn(coming.size, () => attach(ctx, coming));
  } catch (error) {
    if (error instanceof Refused && endsUpload(error)) return await refuse(ctx, coming, error);
    throw error;
  }
}

async function attach(ctx: Ctx, coming: StoredUpload): Promise<CompletedUpload> {
  const { id: uploadId, applicationId, fieldId } = coming;
  const file = await arrived(coming);
  const { id, name, state } = await attachFile(ctx, { applicationId, fieldId, file, uploadId });
  await clear(coming);
  return { id, name, state };
}

/** What was sent takes no file any more; a call that is suspended or over may open again. */
const endsUpload = ({ reason }: Refused): boolean =>
  reason === "wrong_state" || (isFileRefusal(reason) && reason !== "storage_full");

async function arrived(coming: StoredUpload): Promise<ArrivedFile> {
  const parts: Uint8Array[] = [];
  for (const piece of coming.pieces) {
    parts.push((await fileStorage().readPiece(piece)) ?? Buffer.alloc(0));
  }
  const bytes = Buffer.concat(parts);
  const whole = bytes.length === coming.size && (coming.sha256 ?? sha256(bytes)) === sha256(bytes);
  if (!whole) throw new Refused<FileRefusal>("file_altered");
  return { name: coming.name, declaredType: coming.declaredType, bytes };
}

/** Writes the refusal down, unless another request for the same upload has come to its end. */
async function refuse(ctx: Ctx, coming: StoredUpload, error: Refused): Promise<CompletedUpload> {
  const written = await ctx.db
    .update(upload)
    .set({ refusal: error.reason })
    .where(and(eq(upload.id, coming.id), isNull(upload.attachmentId), isNull(upload.refusal)))
    .returning({ id: upload.id });
  if (written.length > 0) {
    await clear(coming);
    throw error;
  }
  const { applicationId, id: uploadId } = coming;
  const ended = await endOf(ctx, await ownUpload(ctx, { applicationId, uploadId }));
  if (ended) return ended;
  throw error;
}

async function endOf(ctx: Ctx, coming: StoredUpload): Promise<CompletedUpload | undefined> {
  if (coming.refusal) throw new Refused(coming.refusal);
  if (!coming.attachmentId) return undefined;
  const { id, name, state } = attachment;
  const [found] = await ctx.db
    .select({ id, name, state })
    .from(attachment)
    .where(eq(attachment.id, coming.attachmentId));
  return found as CompletedUpload | undefined;
}

/** What cannot be removed now is swept with all that is old. */
async function clear({ pieces }: StoredUpload): Promise<void> {
  await Promise.allSettled(pieces.map((piece) => fileStorage().removePiece(piece)));
}
