import { and, eq, isNull } from "drizzle-orm";
import { attachment } from "@/db/schema/applications";
import { upload } from "@/db/schema/uploads";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { type ArrivedFile, type InspectedFile, inspectFile } from "@/lib/files/inspect-file";
import { type ScanResult, scanFile } from "@/lib/files/scan-file";
import { storeContent, writeFileObject } from "@/lib/files/store-file";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayAddFile } from "../core/room-for-files";
import type { StoredAttachment } from "../queries/application-for-command";
import { fileQuestion } from "../queries/file-question";
import { type FilesInHand, filesInHand } from "../queries/files-in-hand";

export type AttachInput = {
  applicationId: string;
  fieldId: string;
  file: ArrivedFile;
  /** The upload that it came by; without one, in a form. */
  uploadId?: string;
};

/**
 * Checks, scans and keeps one file of a draft, or of an answer to the office. The content reaches
 * stable storage before its rows do, so that no row speaks of a file that is not there.
 */
export async function attachFile(ctx: Ctx, input: AttachInput): Promise<StoredAttachment> {
  // Of an upload it was asked before its first byte came, and is again at the end.
  if (!input.uploadId) mayAttach(ctx, await filesInHand(ctx, input.applicationId), input, 0);
  const file = await inspectFile(input.file);
  const state = await scanFile(file.bytes);
  if (state === "infected") throw new Refused("file_infected");
  await storeContent(ctx, file, "attachment");
  return inTransaction(ctx, async (tx) => {
    const hand = await filesInHand(tx, input.applicationId, { lock: true });
    fileQuestion(tx, hand, input.fieldId);
    const again = hand.files.find(
      (one) => one.fieldId === input.fieldId && one.sha256 === file.sha256,
    );
    if (!again) mayAttach(tx, hand, input, file.bytes.length);
    const attached = again ?? (await write(tx, hand, input.fieldId, file, state));
    await endUpload(tx, input, attached);
    return attached;
  });
}

function mayAttach(ctx: Ctx, hand: FilesInHand, input: AttachInput, size: number): void {
  const field = fileQuestion(ctx, hand, input.fieldId);
  const verdict = mayAddFile(field, hand.files, size);
  if (!verdict.ok) throw new Refused(verdict.reason);
}

/** The upload that it came by has come to its end; one of the same file that stopped is over. */
async function endUpload(
  tx: Ctx,
  { applicationId, fieldId, uploadId }: AttachInput,
  { id: attachmentId, name }: StoredAttachment,
): Promise<void> {
  const personId = personOf(tx.actor);
  if (!personId) throw new Unauthenticated();
  const going = and(
    eq(upload.applicationId, applicationId),
    eq(upload.personId, personId),
    isNull(upload.attachmentId),
  );
  await tx.db
    .update(upload)
    .set(uploadId ? { attachmentId, refusal: null } : { expiresAt: tx.now })
    .where(
      uploadId
        ? and(going, eq(upload.id, uploadId))
        : and(going, eq(upload.fieldId, fieldId), eq(upload.name, name)),
    );
}

async function write(
  tx: Ctx,
  { found, request }: FilesInHand,
  fieldId: string,
  file: InspectedFile,
  state: Exclude<ScanResult, "infected">,
): Promise<StoredAttachment> {
  const uploadedBy = personOf(tx.actor);
  if (!uploadedBy) throw new Unauthenticated();
  const id = tx.newId();
  await writeFileObject(tx, file, "attachment");
  await tx.db.insert(attachment).values({
    id,
    applicationId: found.application.id,
    fieldId,
    fileHash: file.sha256,
    name: file.name,
    state,
    uploadedBy,
    createdAt: tx.now,
    // What belongs to an answer counts for nothing until the answer is sent.
    ...(request && { sinceSubmission: null }),
  });
  await recordEvent(tx, {
    bodyId: found.application.bodyId,
    action: "application.attachFile",
    subjectType: "application",
    subjectId: found.application.id,
    facts: { attachment: id, sha256: file.sha256, size: file.bytes.length, state },
  });
  const { name, sha256, mediaType } = file;
  return { id, fieldId, name, size: file.bytes.length, sha256, mediaType, state };
}
