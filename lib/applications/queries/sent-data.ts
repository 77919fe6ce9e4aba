import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { sha256 } from "@/lib/platform/digest";
import { applicationPolicy } from "../policy";
import { submissionOf } from "./submission-of";

/** What was sent, as it is stored, the name of its file, and the SHA-256 of its bytes in hex. */
export type SentData = { name: string; text: string; digest: string };

/**
 * The data of an application for who sent it: the very bytes (UTF-8) whose SHA-256 stands on the
 * receipt; where answers were erased since, what is left, which says so by itself. Throws NotFound for everybody else, and while nothing was sent.
 */
export async function sentData(ctx: Ctx, id: string): Promise<SentData> {
  if (!isUuid(id)) throw new NotFound();
  const [row] = await ctx.db.select().from(application).where(eq(application.id, id));
  if (!row || !applicationPolicy.can(ctx.actor, "application.edit", row)) throw new NotFound();
  const { snapshot } = await submissionOf(ctx, id);
  return { name: `${row.code}.json`, text: snapshot, digest: sha256(snapshot) };
}
