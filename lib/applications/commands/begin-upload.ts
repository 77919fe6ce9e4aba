import { eq, sql } from "drizzle-orm";
import { upload } from "@/db/schema/uploads";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { type AnnouncedFile, keptName, mayAnnounce } from "@/lib/files/core/announced-file";
import { type FileRefusal, fileLimits } from "@/lib/files/core/limits";
import { UPLOAD_HOURS } from "@/lib/files/core/upload-steps";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { firstRefusal } from "@/lib/kernel/verdict";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { Closing, inTransaction } from "@/lib/transaction";
import { mayAddFile } from "../core/room-for-files";
import { fileQuestion } from "../queries/file-question";
import { filesInHand } from "../queries/files-in-hand";
import { type UnfinishedUpload, unfinishedUploads } from "../queries/own-uploads";

export type BeginInput = AnnouncedFile & {
  applicationId: string;
  fieldId: string;
  /** SHA-256 in hex, where the browser can tell. */
  sha256: string | null;
};

/**
 * Begins to take a file, or goes on with one that stopped: the same content under the same name is
 * the same upload, from whatever page it comes. What can be refused before a byte has come is.
 */
export async function beginUpload(ctx: Ctx, input: BeginInput): Promise<UnfinishedUpload> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const { applicationId, fieldId, declaredType, size, sha256 } = input;
  const hand = await filesInHand(ctx, applicationId);
  const field = fileQuestion(ctx, hand, fieldId);
  const name = keptName(input.name);
  const verdict = firstRefusal<FileRefusal>(
    mayAnnounce({ name, declaredType, size }),
    mayAddFile(field, hand.files, size),
  );
  if (!verdict.ok) throw new Refused(verdict.reason);
  const known = sha256 ? await stopped(ctx, { ...input, name, sha256 }) : undefined;
  if (known) return known;
  const expiresAt = new Date(ctx.now.getTime() + UPLOAD_HOURS * 3_600_000);
  const begun = { id: ctx.newId(), fieldId, name, size, received: 0, expiresAt };
  // One commit for all: nothing of it refuses but the limit, and what that refuses does not count.
  return inTransaction(ctx, async (tx) => {
    await rateLimit(tx, `upload:${personId}`, limits.upload);
    await tx.db
      .insert(upload)
      .values({ ...begun, applicationId, personId, declaredType, sha256, createdAt: tx.now });
    return new Closing(begun, dropOldest(tx, applicationId));
  });
}

async function stopped(
  ctx: Ctx,
  { applicationId, fieldId, name, size, sha256 }: BeginInput & { sha256: string },
): Promise<UnfinishedUpload | undefined> {
  const found = await unfinishedUploads(
    ctx,
    applicationId,
    ...[eq(upload.fieldId, fieldId), eq(upload.name, name)],
    ...[eq(upload.size, size), eq(upload.sha256, sha256)],
  );
  return found.toSorted((a, b) => b.received - a.received)[0];
}

/** Somebody who begins again and again, with another file each time, fills no disk and locks nobody out. */
async function dropOldest(ctx: Ctx, applicationId: string): Promise<unknown> {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  return ctx.db.execute(sql`update upload set expires_at = ${now} where id in (
    select id from upload where application_id = ${applicationId} and expires_at > ${now}
      and attachment_id is null and refusal is null
    order by created_at desc, id desc offset ${fileLimits.files})`);
}
