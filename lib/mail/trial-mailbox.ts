import { and, desc, eq } from "drizzle-orm";
import { trialMail } from "@/db/schema/mail";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/kernel/errors";

/** Whether letters go into the trial mailbox: no mail server is set, and this is not production. */
export function hasTrialMailbox(): boolean {
  return !env().production && env().SMTP_URL === undefined;
}

/** The newest letters, for the page. Throws NotFound where there is no trial mailbox. */
export async function trialLetters(ctx: Ctx, recipient?: string) {
  if (!hasTrialMailbox()) throw new NotFound();
  return ctx.db
    .select({
      id: trialMail.id,
      recipient: trialMail.recipient,
      subject: trialMail.subject,
      sentAt: trialMail.sentAt,
    })
    .from(trialMail)
    .where(and(recipient ? eq(trialMail.recipient, recipient) : undefined))
    .orderBy(desc(trialMail.sentAt), desc(trialMail.id))
    .limit(100);
}

/** One letter of the trial mailbox. Throws NotFound where there is none. */
export async function trialLetter(ctx: Ctx, id: string) {
  if (!hasTrialMailbox() || !/^[0-9a-f-]{36}$/.test(id)) throw new NotFound();
  const [letter] = await ctx.db.select().from(trialMail).where(eq(trialMail.id, id));
  if (!letter) throw new NotFound();
  return letter;
}
