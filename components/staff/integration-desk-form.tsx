import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { longDate } from "@/lib/kernel/rome-words";
import { REASONS_MINIMUM } from "@/lib/review/core/rules";
import type { AskableQuestion, IntegrationDesk } from "@/lib/review/queries/integration-desk";
import { ActionForm, type FormAction } from "./action-form";
import { AnswerWords } from "./answer-words";
import { FormArea, FormSelect } from "./form-fields";
import { IntegrationQuestion } from "./integration-question";

type Props = { desk: IntegrationDesk; token: string; action: FormAction };

/** Which questions are opened, what is missing in each, why, and until when. */
export function IntegrationDeskForm({ desk, token, action }: Props) {
  const t = useTranslations("integration");
  const review = useTranslations("review");
  const locale = useLocale();
  const all = desk.sections.flatMap((section) => section.questions);
  const paths = all.flatMap((one) => [one, ...rowsOf(one, t("desk.rowOf"))]);
  return (
    <ActionForm
      action={action}
      className="desk"
      hidden={{ applicationId: desk.id, callId: desk.call.id, _token: token }}
      labels={Object.fromEntries(
        paths.map(({ path, label }) => [`missing.${path}`, label[locale]]),
      )}
    >
      <p className="soft">{t("desk.lead")}</p>
      {desk.marked.length > 0 && (
        <div className="note note-warn">
          <p>{t("desk.marked")}</p>
          <ul>
            {desk.marked.map(({ requirement, note }) => (
              <li key={requirement}>
                {review(`requirements.${requirement}`)}
                {note && `: ${note}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <h2 className="mt-m" id="open">
        {t("desk.what")}
      </h2>
      {desk.sections.map((section) => (
        <fieldset key={section.id} className="ask-section">
          <legend>{section.title[locale]}</legend>
          {section.questions.map((question) => (
            <IntegrationQuestion
              key={question.path}
              path={question.path}
              label={question.label[locale]}
              answer={<Answered question={question} desk={desk} />}
              rows={question.rows.map(({ path, number, name, answer }) => ({
                path,
                label: t("desk.row", { name: name[locale], number }),
                answer: <AnswerWords answer={answer} places={desk.municipalities} />,
              }))}
            />
          ))}
        </fieldset>
      ))}
      <h2 className="mt-m">{t("desk.whyAndWhen")}</h2>
      <FormArea
        name="reason"
        label={t("desk.reason")}
        hint={t("desk.reasonHint", { count: REASONS_MINIMUM })}
        rows={4}
        limit={4000}
      />
      <FormSelect
        name="term"
        label={t("desk.term")}
        hint={t("desk.termHint")}
        stored={desk.terms
          .filter(({ days }) => days <= desk.usual)
          .map(({ days, on }) => `${days}.${on}`)
          .at(-1)}
        options={desk.terms.map(({ days, on }) => ({
          value: `${days}.${on}`,
          label: t("desk.days", { days, end: longDate(on, locale) }),
        }))}
      />
      <p className="soft">{t("desk.after")}</p>
      <SubmitButton pending={t("desk.sending")}>{t("desk.send")}</SubmitButton>
    </ActionForm>
  );
}

/** Single rows, as a summary of errors names them. */
function rowsOf(question: AskableQuestion, words: string) {
  return question.rows.map(({ path, number }) => {
    const label = {
      it: `${question.label.it}, ${words} ${number}`,
      en: `${question.label.en}, ${words} ${number}`,
    };
    return { path, label };
  });
}

function Answered({ question, desk }: { question: AskableQuestion; desk: IntegrationDesk }) {
  const t = useTranslations("staff");
  if (question.locked) return <span className="soft">{t("sheet.locked")}</span>;
  if (question.files.length > 0) return question.files.join("; ");
  return <AnswerWords answer={question} places={desk.municipalities} />;
}
