import { and, eq } from "drizzle-orm";
import { threadMessage } from "@/db/schema/threads";
import type { Ctx } from "@/lib/context";

/** What a form is known by: its author, and the key that it carries. */
export type SentForm = { applicationId: string; authorId: string; key: string };

/** The number of the message that a form has become already; undefined: none. */
export async function sentMessage(ctx: Ctx, form: SentForm): Promise<number | undefined> {
  const [row] = await ctx.db
    .select({ number: threadMessage.number })
    .from(threadMessage)
    .where(
      and(
        eq(threadMessage.applicationId, form.applicationId),
        eq(threadMessage.authorId, form.authorId),
        eq(threadMessage.key, form.key),
      ),
    );
  return row?.number;
}
