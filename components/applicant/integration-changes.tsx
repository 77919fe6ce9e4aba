import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BeforeAfter } from "@/components/ui/before-after";
import { ShownAnswer } from "@/components/ui/shown-answer";
import { pathOf } from "@/lib/applications/core/integration-items";
import type { IntegrationPage } from "@/lib/applications/queries/integration-page";
import { type AnswerNames, showAnswer } from "@/lib/calls/core/form-answer-words";
import { type Field, fieldsOf } from "@/lib/calls/core/form-definition";
import { useAnswerNames } from "./answer-words";

type Props = { found: IntegrationPage; locale: "it" | "en" };

/** Each question that was opened: what was sent, and what takes its place. */
export function IntegrationChanges({ found, locale }: Props) {
  const t = useTranslations("integration");
  const names = useAnswerNames(new Map(found.municipalities.map((one) => [one.value, one.label])));
  const { questions, integrated, attachments, files, request } = found;
  const missing = new Map(request.items.map((item) => [pathOf(item), item.missing]));
  const after: Record<string, unknown> = integrated.assessment.flat;
  const shown = new Set(integrated.assessment.fields.map((field) => field.id));
  const rows = fieldsOf(questions.form)
    .filter((field) => questions.open.has(field.id) && shown.has(field.id))
    .map((field) => ({
      key: field.id,
      label: field.label[locale],
      note: missing.get(field.id),
      before: (
        <Answer
          field={field}
          answer={questions.values[field.id]}
          files={attachments}
          names={names}
        />
      ),
      after: <Answer field={field} answer={after[field.id]} files={files} names={names} />,
    }));
  return (
    <BeforeAfter
      rows={rows}
      level={2}
      words={{ before: t("before"), after: t("after"), caption: t("sideBySide") }}
    />
  );
}

type AnswerProps = {
  field: Field;
  answer: unknown;
  files: IntegrationPage["files"];
  names: AnswerNames;
};

function Answer({ field, answer, files, names }: AnswerProps): ReactNode {
  const t = useTranslations("integration");
  if (field.type === "file") {
    const own = files.filter((file) => file.fieldId === field.id);
    if (own.length > 0) return own.map((file) => file.name).join("; ");
  }
  if (field.type === "declaration" && answer === true) return t("declared");
  const shown = showAnswer(field, answer, names);
  if (!shown) return <span className="ct-muted">{t("noAnswer")}</span>;
  return <ShownAnswer shown={shown} label={field.label[names.locale]} />;
}
