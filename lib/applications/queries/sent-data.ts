import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { applicationPolicy } from "../policy";
import { submissionOf } from "./submission-of";

/** What was sent, as it is stored, and the name of its file. */
export type SentData = { name: string; text: string; digest: string };

/**
 * The data of an application for who sent it: the very bytes (UTF-8) whose SHA-256 stands on the
 * receipt. Throws NotFound for everybody else, and while nothing was sent.
 */
export async function sentData(ctx: Ctx, id: string): Promise<SentData> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.db.select().from(application).where(eq(application.id, id));
  if (!row || !applicationPolicy.can(ctx.actor, "application.edit", row)) throw new NotFound();
  const { snapshot, digest } = await submissionOf(ctx, id);
  return { name: `${row.code}.json`, text: snapshot, digest };
}
