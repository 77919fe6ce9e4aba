"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { addressIn } from "@/lib/i18n/addresses";
import type { Locale } from "@/lib/i18n/routing";

const LANGUAGES = [
  { locale: "it", short: "ITA", name: "Italiano" },
  { locale: "en", short: "ENG", name: "English" },
] as const;

/**
 * The same page in the other language, filters included. A plain link: the language of the document
 * changes, so the document is loaded anew. `label` names the list for readers.
 */
export function LanguageSwitch({ current, label }: { current: Locale; label: string }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return (
    <ul className="ct-lang" aria-label={label}>
      {LANGUAGES.map(({ locale, short, name }) => (
        <li key={locale}>
          <a
            href={addressIn(locale, pathname, search)}
            lang={locale}
            hrefLang={locale}
            aria-current={locale === current ? "true" : undefined}
          >
            {short}
            <span className="visually-hidden"> {name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
