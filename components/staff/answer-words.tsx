import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { AddressAnswer, MemberAnswer } from "@/lib/calls/core/form-answers";
import { isLocalDate } from "@/lib/kernel/local-date";
import { dateWords } from "@/lib/kernel/rome-words";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import type { SheetAnswer } from "@/lib/review/core/sheet-sections";

type Props = { answer: SheetAnswer; places: ReadonlyMap<string, string> };

/** An answer as people say it: labels of options, names of municipalities, dates in words. */
export function AnswerWords({ answer: { field, answer }, places }: Props): ReactNode {
  const t = useTranslations("staff");
  const locale = useLocale();
  if (answer === null) return <span className="soft">{t("sheet.noAnswer")}</span>;
  switch (field.type) {
    case "yesNo":
      return answer === true ? t("sheet.yes") : t("sheet.no");
    case "declaration":
      return t("sheet.declared", { version: field.textVersion });
    case "radio":
    case "select":
    case "checkboxes": {
      const chosen = [answer].flat().map(String);
      return chosen
        .map((value) => field.options.find((one) => one.value === value)?.label[locale] ?? value)
        .join("; ");
    }
    case "municipality":
      return places.get(String(answer)) ?? String(answer);
    case "legalNature": {
      const nature = LEGAL_NATURES.find((one) => one === answer);
      return nature ? t(`legalNatures.${nature}`) : String(answer);
    }
    case "address": {
      const { street, postcode, municipality } = answer as AddressAnswer;
      return `${street}, ${postcode} ${places.get(municipality) ?? municipality}`;
    }
    case "members":
      return (answer as readonly MemberAnswer[])
        .map(({ firstName, lastName, role }) =>
          [`${firstName} ${lastName}`, role].filter(Boolean).join(", "),
        )
        .join("; ");
    case "date":
      return isLocalDate(String(answer)) ? dateWords(String(answer), locale) : String(answer);
    default:
      return String(answer);
  }
}
