"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { addressIn } from "@/lib/i18n/addresses";

const LANGUAGES = [
  { locale: "it", short: "ITA", name: "Italiano" },
  { locale: "en", short: "ENG", name: "English" },
] as const;

/**
 * The same page in the other language, filters included. A plain link: the language of the document
 * changes, so the document is loaded anew. `label` names the list for readers.
 */
export function LanguageSwitch() {
  const t = useTranslations("common");
  const current = useLocale();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return (
    <ul className="ct-lang" aria-label={t("language.label")}>
      {LANGUAGES.map(({ locale, short, name }) => (
        <li key={locale}>
          <a
            href={addressIn(locale, pathname, search)}
            lang={locale}
            hrefLang={locale}
            aria-current={locale === current ? "true" : undefined}
          >
            <abbr title={name}>{short}</abbr>
          </a>
        </li>
      ))}
    </ul>
  );
}
