import { Layout } from "@/emails/layout";
import { mailWords, type Sender } from "@/emails/template";
import { addressIn, hasLanguage } from "@/lib/i18n/addresses";
import type { Locale } from "@/lib/kernel/rome-words";
import { cleanView, oneLine, withTexts } from "./clean-view";
import { type MailKind, type MailViews, mailKinds } from "./kinds";
import { plainText } from "./plain-text";
import { renderToStaticMarkup } from "./static-markup";

export type RenderedMail = { subject: string; html: string; text: string };

/** Writes a letter in full. Pure: the same view gives the same bytes. */
export function renderMail<Kind extends MailKind>(
  kind: Kind,
  given: MailViews[Kind],
  about: { locale: Locale; sender: Sender },
): RenderedMail {
  const { subject: subjectOf, why, Body } = mailKinds[kind];
  const { locale } = about;
  const t = mailWords(locale);
  const link = (text: string) => linkIn(locale, text, about.sender.origin);
  const view = withTexts(cleanView(given), link);
  const sender = cleanView(about.sender);
  const subject = oneLine(subjectOf(view, t));
  const letter = (
    <Layout locale={locale} subject={subject} sender={sender} why={why(t, view)} t={t}>
      <Body view={view} t={t} locale={locale} />
    </Layout>
  );
  const html = `<!doctype html>${renderToStaticMarkup(letter)}`;
  return { subject, html, text: plainText(html) };
}

/** An address of this site leads to the page in the language of the letter; a file is told it. */
function linkIn(locale: Locale, text: string, origin: string): string {
  const url = text.startsWith(`${origin}/`) && !/\s/.test(text) ? URL.parse(text) : null;
  if (!url || locale === "it") return text;
  if (hasLanguage(url.pathname)) url.pathname = addressIn(locale, url.pathname);
  else url.searchParams.set("lingua", locale);
  return url.href;
}
