import type { Ctx } from "@/lib/context";
import { log } from "@/lib/platform/log";
import { eraseDrafts } from "./erase-drafts";
import { eraseDueAnswers } from "./erase-due-answers";

/** The job of every night: drafts that were never sent, and answers whose days are over. */
export async function carryOutRetention(ctx: Ctx): Promise<{ drafts: number; answers: number }> {
  const drafts = (await eraseDrafts(ctx)).erased;
  const answers = (await eraseDueAnswers(ctx)).erased;
  if (drafts + answers > 0)
    log.info({ drafts, applications: answers }, "erased what was kept long enough");
  return { drafts, answers };
}
