import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/kernel/rome-words";
import en from "../i18n/messages/en/pdf.json";
import it from "../i18n/messages/it/pdf.json";

/** The texts of documents in one language; views name it as a plain text. */
export function documentWords(locale: string) {
  const messages: typeof it = locale === "en" ? en : it;
  return createTranslator({ locale: localeOf(locale), messages, timeZone: "Europe/Rome" });
}

export type DocumentWords = ReturnType<typeof documentWords>;

export function localeOf(locale: string): Locale {
  return locale === "en" ? "en" : "it";
}
