import { and, asc, eq, gt, isNull, type SQL } from "drizzle-orm";
import { upload } from "@/db/schema/uploads";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";

export type StoredUpload = typeof upload.$inferSelect;

/** One that goes on, for a page: it takes up where it stopped when the same file is chosen again. */
export type UnfinishedUpload = Pick<
  StoredUpload,
  "id" | "fieldId" | "name" | "size" | "received" | "expiresAt"
>;

/** An upload of the person who asks; to anybody else, and after its time, it does not exist. */
export async function ownUpload(
  ctx: Ctx,
  { applicationId, uploadId }: { applicationId: string; uploadId: string },
): Promise<StoredUpload> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  if (!isUuid(applicationId) || !isUuid(uploadId)) throw new NotFound();
  const [found] = await ctx.db
    .select()
    .from(upload)
    .where(
      and(
        eq(upload.id, uploadId),
        eq(upload.applicationId, applicationId),
        eq(upload.personId, personId),
        gt(upload.expiresAt, ctx.now),
      ),
    );
  if (!found) throw new NotFound();
  return found;
}

/** What a person has begun to upload to an application and not ended. */
export async function unfinishedUploads(
  ctx: Ctx,
  applicationId: string,
  ...narrower: SQL[]
): Promise<UnfinishedUpload[]> {
  const personId = personOf(ctx.actor);
  if (!personId) return [];
  const { id, fieldId, name, size, received, expiresAt } = upload;
  return ctx.db
    .select({ id, fieldId, name, size, received, expiresAt })
    .from(upload)
    .where(
      and(
        eq(upload.applicationId, applicationId),
        eq(upload.personId, personId),
        isNull(upload.attachmentId),
        isNull(upload.refusal),
        gt(upload.expiresAt, ctx.now),
        ...narrower,
      ),
    )
    .orderBy(asc(upload.createdAt), asc(upload.id));
}
