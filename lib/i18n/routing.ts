import { defineRouting } from "next-intl/routing";

/**
 * Italian has no prefix, English has /en. The addresses are rewritten by next.config.ts
 * (lib/i18n/addresses.ts), not by next-intl's proxy, which halves the throughput.
 */
export const routing = defineRouting({
  locales: ["it", "en"],
  defaultLocale: "it",
  localePrefix: "as-needed",
  localeCookie: false,
  localeDetection: false,
});

export type Locale = (typeof routing.locales)[number];

export const isLocale = (value: string | undefined): value is Locale =>
  routing.locales.some((locale) => locale === value);
