import { and, eq, isNull } from "drizzle-orm";
import { threadFile } from "@/db/schema/threads";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { writeFileObject } from "@/lib/files/store-file";
import { Refused } from "@/lib/kernel/errors";
import { FILES_PER_MESSAGE } from "../core/thread";
import type { HeldThread } from "../queries/held-thread";
import type { StoredFile } from "./store-thread-file";

/**
 * Names a stored file among those of the message that somebody is writing; the same one twice is
 * one. Throws Refused("too_many_files").
 */
export async function writeThreadFile(
  tx: Ctx,
  { applicationId, bodyId }: HeldThread,
  { content, state }: StoredFile,
  uploadedBy: string,
): Promise<void> {
  const unsent = await tx.db
    .select({ fileHash: threadFile.fileHash })
    .from(threadFile)
    .where(
      and(
        eq(threadFile.applicationId, applicationId),
        eq(threadFile.uploadedBy, uploadedBy),
        isNull(threadFile.messageId),
      ),
    );
  if (unsent.some(({ fileHash }) => fileHash === content.sha256)) return;
  if (unsent.length >= FILES_PER_MESSAGE) throw new Refused("too_many_files");
  await writeFileObject(tx, content, "attachment");
  const id = tx.newId();
  await tx.db.insert(threadFile).values({
    ...{ id, applicationId, uploadedBy, state, name: content.name, fileHash: content.sha256 },
    createdAt: tx.now,
  });
  await recordEvent(tx, {
    bodyId,
    action: "thread.attachFile",
    subjectType: "application",
    subjectId: applicationId,
    facts: { file: id, sha256: content.sha256, size: content.bytes.length, state },
  });
}
