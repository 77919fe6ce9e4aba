import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/kernel/rome-words";
import en from "../lib/i18n/messages/en/mails.json";
import it from "../lib/i18n/messages/it/mails.json";

/** The texts of mails in one language. */
export function mailWords(locale: Locale) {
  const messages: typeof it = locale === "en" ? en : it;
  return createTranslator({ locale, messages, timeZone: "Europe/Rome" });
}

export type MailWords = ReturnType<typeof mailWords>;

/** Who a mail speaks for: the body, or the programme where no body is concerned. */
export type Sender = {
  name: string;
  programme: string;
  /** Address of the site, shown at the foot. */
  origin: string;
  email: string | null;
  phone: string | null;
  helpHours: string | null;
};

/** One kind of mail. Pure: everything it says comes from the view and the catalogue. */
export type MailTemplate<View> = {
  subject: (view: View, t: MailWords) => string;
  Body: (props: { view: View; t: MailWords; locale: Locale }) => ReactNode;
  /** Why the recipient gets it; stands at the foot. */
  why: (t: MailWords, view: View) => string;
  /** The view holds a key to something: it is wiped once the letter has left. */
  secret?: true;
  /** Where a mail program ends what the letter belongs to, by a bare POST (RFC 8058). */
  unsubscribe?: (view: View) => string | null;
  /** After this instant the letter is of no use and is not sent any more. */
  usefulUntil?: (view: View) => Date;
};
