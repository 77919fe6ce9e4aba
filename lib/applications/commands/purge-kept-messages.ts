import { and, isNull, lt } from "drizzle-orm";
import { threadDraft, threadFile } from "@/db/schema/threads";
import type { Ctx } from "@/lib/context";

const KEPT_DAYS = 30;

/** Clears what somebody began to write and never sent, with its files. A daily job. */
export async function purgeKeptMessages(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000);
  await ctx.db.delete(threadDraft).where(lt(threadDraft.updatedAt, before));
  await ctx.db
    .delete(threadFile)
    .where(and(isNull(threadFile.messageId), lt(threadFile.createdAt, before)));
}
