"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ANSWER_LIMIT, QUESTION_LIMIT } from "@/lib/calls/core/clarifications";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea, FormRadio } from "./form-fields";

type Props = { question: { id: string; asked: string }; action: FormAction };

/** The answer to one question, and the question as everybody will read it. */
export function QuestionAnswer({ question, action }: Props) {
  const t = useTranslations("clarifications");
  return (
    <ActionForm
      action={action}
      hidden={{ clarificationId: question.id }}
      labels={{ question: t("staff.question"), answer: t("staff.answer") }}
    >
      <FormArea
        name="question"
        label={t("staff.question")}
        hint={t("staff.questionHint")}
        stored={question.asked}
        rows={4}
        limit={QUESTION_LIMIT}
      />
      <FormArea name="answer" label={t("staff.answer")} rows={7} limit={ANSWER_LIMIT} />
      <FormRadio
        name="audience"
        label={t("staff.audience")}
        stored="all"
        choices={(["all", "asker"] as const).map((value) => ({
          value,
          label: t(`staff.${value}`),
        }))}
      />
      <SubmitButton pending={t("staff.publishing")}>{t("staff.publish")}</SubmitButton>
    </ActionForm>
  );
}
