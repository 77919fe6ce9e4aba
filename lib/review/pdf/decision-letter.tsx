import { romeDate } from "@/lib/kernel/rome-time";
import { dateWords, dayPhrase } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { H1, H2, Lead, P, Strong } from "@/lib/pdf/components";
import { documentWords, localeOf } from "@/lib/pdf/document-words";
import { KeyValueTable } from "@/lib/pdf/tables";
import { paragraphs } from "@/lib/pdf/written-text";
import type { DecisionLetterView } from "../core/decision-letter-view";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    decisionLetter: DecisionLetterView;
  }
}

/** The letter that tells an applicant the outcome, with its reasons and how to object. */
export function DecisionLetter({ view }: { view: DecisionLetterView }) {
  const t = documentWords(view.locale);
  const locale = localeOf(view.locale);
  const day = (instant: string) => dateWords(romeDate(new Date(instant)), locale);
  const { application, call } = view;
  return (
    <BodyLetter
      title={t("letter.titleOf", { code: application.code })}
      view={view}
      t={t}
      closing={<P>{t("letter.signature", { name: view.responsibleOfficer })}</P>}
    >
      <P>
        <Strong>{t("letter.to", { name: view.applicant.name })}</Strong>
      </P>
      <H1>{t("letter.title")}</H1>
      <P>{t("letter.intro", { title: call.title })}</P>
      <Lead>
        <Strong>{t(`letter.result.${view.result}`)}</Strong>
      </Lead>
      {view.reasons ? <H2>{t("letter.reasons")}</H2> : null}
      {paragraphs(view.reasons)}
      <KeyValueTable
        rows={[
          { label: t("label.applicationCode"), value: application.code },
          { label: t("label.submittedAt"), value: day(application.submittedAt) },
          { label: t("label.decidedOn"), value: day(view.decidedAt) },
          {
            label: t("label.act"),
            value: t("letter.act", {
              number: view.act.number,
              ofDate: dayPhrase("of", dateWords(view.act.date, locale), locale),
            }),
          },
          { label: t("label.registerNumber"), value: view.registerNumber },
        ]}
      />
      {view.remedy ? <H2>{t("letter.remedyTitle")}</H2> : null}
      {paragraphs(view.remedy)}
    </BodyLetter>
  );
}
