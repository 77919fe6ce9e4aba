import { eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { fileObject } from "@/db/schema/files";
import { threadFile } from "@/db/schema/threads";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { type AttachmentState, isReady } from "../core/rules";
import { applicationPolicy } from "../policy";
import type { OpenFile } from "./attachment-to-open";

/**
 * A file of a message, for those who share the thread and only once it is clean; of a message that
 * is not sent, for its author alone. Throws NotFound, Refused("attachment_not_ready").
 */
export async function messageFileToOpen(ctx: Ctx, id: string): Promise<OpenFile> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.db
    .select({
      application,
      sent: sql<boolean>`${threadFile.messageId} is not null`,
      uploadedBy: threadFile.uploadedBy,
      state: threadFile.state,
      name: threadFile.name,
      sha256: fileObject.sha256,
      size: fileObject.size,
      mediaType: fileObject.mediaType,
    })
    .from(threadFile)
    .innerJoin(application, eq(application.id, threadFile.applicationId))
    .innerJoin(fileObject, eq(fileObject.sha256, threadFile.fileHash))
    .where(eq(threadFile.id, id));
  if (!row || !applicationPolicy.can(ctx.actor, "thread.view", row.application))
    throw new NotFound();
  if (!row.sent && row.uploadedBy !== personOf(ctx.actor)) throw new NotFound();
  if (!isReady(row.state as AttachmentState)) throw new Refused("attachment_not_ready");
  const { sha256, size, mediaType, name } = row;
  return { sha256, size, mediaType, name };
}
