import type { useTranslations } from "next-intl";
import type { AnswerNames } from "@/lib/calls/core/form-answer-words";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";

type Words = ReturnType<typeof useTranslations<"staff">>;

/** What answers are said with on pages and in exports of staff; municipalities by ISTAT code. */
export function staffAnswerNames(
  t: Words,
  locale: "it" | "en",
  places: ReadonlyMap<string, string>,
): AnswerNames {
  return {
    locale,
    yes: t("sheet.yes"),
    no: t("sheet.no"),
    total: t("sheet.total"),
    municipality: (code) => places.get(code) ?? code,
    legalNature: (code) => {
      const nature = LEGAL_NATURES.find((one) => one === code);
      return nature ? t(`legalNatures.${nature}`) : code;
    },
  };
}
