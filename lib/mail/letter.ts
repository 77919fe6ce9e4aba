import { eq } from "drizzle-orm";
import type { message } from "@/db/schema/mail";
import { body } from "@/db/schema/territory";
import type { Sender } from "@/emails/template";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/kernel/rome-words";
import { oneLine } from "./clean-view";
import { type MailKind, type MailViews, templateOf } from "./kinds";
import { type RenderedMail, renderMail } from "./render-mail";

/** A letter ready to leave. */
export type Letter = RenderedMail & {
  messageId: string;
  from: { name: string; address: string };
  replyTo: string | null;
  to: { name: string; address: string };
  /** Address of RFC 8058, for letters that one may not want any more. */
  unsubscribe: string | null;
  /** RFC 5322 Message-ID, the same at each attempt: a server or reader can tell a repetition. */
  mailId: string;
};

type Row = typeof message.$inferSelect;

/** Writes the letter of a message, in the name of its body. */
export async function writeLetter(ctx: Ctx, row: Row): Promise<Letter> {
  const sender = await senderOf(ctx, row.bodyId);
  const { name, address } = mailFrom();
  const rendered = renderMail(row.kind as MailKind, row.view as MailViews[MailKind], {
    locale: row.locale === "en" ? "en" : ("it" satisfies Locale),
    sender,
  });
  return {
    ...rendered,
    unsubscribe: unsubscribeOf(row),
    messageId: row.id,
    from: { name: row.bodyId ? oneLine(sender.name) : name, address },
    replyTo: sender.email,
    to: { name: oneLine(row.recipientName), address: row.recipient },
    mailId: `<${row.id}@${address.split("@")[1] ?? "localhost"}>`,
  };
}

function unsubscribeOf({ kind, view }: Row): string | null {
  const url = templateOf(kind)?.unsubscribe?.(view as never);
  return url && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? url : null;
}

async function senderOf(ctx: Ctx, bodyId: string | null): Promise<Sender> {
  const { PROGRAMME_NAME: programme, APP_ORIGIN: origin } = env();
  const [row] = bodyId
    ? await ctx.db
        .select({
          name: body.name,
          email: body.email,
          phone: body.phone,
          helpHours: body.helpHours,
        })
        .from(body)
        .where(eq(body.id, bodyId))
    : [];
  const found = row ?? { name: programme, email: null, phone: null, helpHours: null };
  return { ...found, programme, origin };
}

/** "Cantieri <cantieri@example.it>" or a bare address. */
function mailFrom(): { name: string; address: string } {
  const given = env().MAIL_FROM;
  const parts = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(given);
  return { name: parts?.[1] || env().PROGRAMME_NAME, address: parts?.[2] ?? given.trim() };
}
