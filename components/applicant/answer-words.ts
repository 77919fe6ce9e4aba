import { useLocale, useTranslations } from "next-intl";
import type { AnswerNames } from "@/lib/calls/core/form-answer-words";
import type { LegalNature } from "@/lib/people/core/legal-nature";

/** What an answer is said with, in the reader's language; municipalities by ISTAT code. */
export function useAnswerNames(municipalities: ReadonlyMap<string, string>): AnswerNames {
  const t = useTranslations("applications");
  return answerNames(t, useLocale() === "en" ? "en" : "it", municipalities);
}

/** The same where no component is drawn. */
export function answerNames(
  t: ReturnType<typeof useTranslations<"applications">>,
  locale: "it" | "en",
  municipalities: ReadonlyMap<string, string>,
): AnswerNames {
  return {
    locale,
    yes: t("yes"),
    no: t("no"),
    total: t("budget.sum"),
    municipality: (code) => municipalities.get(code) ?? code,
    legalNature: (nature) => t(`nature.${nature as LegalNature}`),
  };
}
