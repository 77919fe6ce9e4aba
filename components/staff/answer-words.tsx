import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ShownAnswer } from "@/components/ui/shown-answer";
import { showAnswer } from "@/lib/calls/core/form-answer-words";
import type { SheetAnswer } from "@/lib/review/core/sheet-sections";
import { staffAnswerNames } from "./answer-names";

type Props = { answer: SheetAnswer; places: ReadonlyMap<string, string> };

/** An answer as people say it: labels of options, names of municipalities, dates in words. */
export function AnswerWords({ answer: { field, answer, label }, places }: Props): ReactNode {
  const t = useTranslations("staff");
  const locale = useLocale();
  const names = staffAnswerNames(t, locale, places);
  if (field.type === "declaration" && answer === true) {
    return t("sheet.declared", { version: field.textVersion });
  }
  const shown = showAnswer(field, answer, names);
  if (shown === null) return <span className="soft">{t("sheet.noAnswer")}</span>;
  return <ShownAnswer shown={shown} label={label[locale]} />;
}
