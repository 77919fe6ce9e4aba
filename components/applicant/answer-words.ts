import type { useTranslations } from "next-intl";
import { readAnswer } from "@/lib/calls/core/form-answers";
import type { Field } from "@/lib/calls/core/form-definition";
import { isLocalDate } from "@/lib/kernel/local-date";
import { dateWords } from "@/lib/kernel/rome-words";
import type { LegalNature } from "@/lib/people/core/legal-nature";

type Given = {
  t: ReturnType<typeof useTranslations<"applications">>;
  locale: "it" | "en";
  /** Names by ISTAT code. */
  municipalities: ReadonlyMap<string, string>;
};

/** An answer in words, for the summary and the reader's own pages; undefined where there is none. */
export function answerWords(field: Field, value: unknown, given: Given): string | undefined {
  const answer = readAnswer(field, value);
  if (answer === null || field.type === "file") return undefined;
  const { t, locale, municipalities } = given;
  const name = (code: string) => municipalities.get(code) ?? code;
  if (typeof answer === "boolean") return answer ? t("yes") : t("no");
  if (typeof answer === "number") return new Intl.NumberFormat(locale).format(answer);
  if (typeof answer === "string") {
    if (field.type === "municipality") return name(answer);
    if (field.type === "legalNature") return t(`nature.${answer as LegalNature}`);
    if (field.type === "date" && isLocalDate(answer)) return dateWords(answer, locale);
    return optionWords(field, answer, locale);
  }
  if ("street" in answer)
    return `${answer.street}, ${answer.postcode} ${name(answer.municipality)}`;
  return answer
    .map((one) =>
      typeof one === "string"
        ? optionWords(field, one, locale)
        : `${one.firstName} ${one.lastName}`.trim(),
    )
    .join(", ");
}

function optionWords(field: Field, value: string, locale: "it" | "en"): string {
  if (!("options" in field)) return value;
  return field.options.find((option) => option.value === value)?.label[locale] ?? value;
}
