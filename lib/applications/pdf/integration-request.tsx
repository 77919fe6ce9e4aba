import { Fragment } from "react";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { receiptMoment } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { Callout, H1, H2, H3, Link, P, Strong } from "@/lib/pdf/components";
import { documentWords, localeOf } from "@/lib/pdf/document-words";
import { KeyValueTable } from "@/lib/pdf/tables";
import { paragraphs } from "@/lib/pdf/written-text";
import type { IntegrationRequestView } from "../core/integration-views";
import { given } from "./receipt-rows";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    integrationRequest: IntegrationRequestView;
  }
}

/** What the office asks for, why, until when, and what happens without an answer. */
export function IntegrationRequest({ view }: { view: IntegrationRequestView }) {
  const t = documentWords(view.locale);
  const locale = localeOf(view.locale);
  const until = deadlineMoment(new Date(view.closesAt), "endOfDay", locale);
  const { application } = view;
  return (
    <BodyLetter
      title={t("integration.titleOf", { number: view.registerNumber })}
      view={view}
      t={t}
      closing={
        <>
          <P>
            {t("integration.how")}{" "}
            <Link href={view.answerLink} contents={t("integration.answer")}>
              {view.answerLink}
            </Link>
          </P>
          <P>{t("integration.without")}</P>
          <KeyValueTable
            rows={given([
              [t("label.registerNumber"), view.registerNumber],
              [t("integration.about"), `${application.submittedNumber} (${application.code})`],
              [t("label.submittedAt"), receiptMoment(new Date(application.submittedAt), locale)],
            ])}
          />
          <P>{t("letter.signature", { name: view.responsibleOfficer })}</P>
        </>
      }
    >
      <P>
        <Strong>{t("letter.to", { name: view.applicant.name })}</Strong>
      </P>
      <H1>{t("integration.title")}</H1>
      <P>{t("integration.intro", { title: view.call.title })}</P>
      {paragraphs(view.reason)}
      <H2>{t("integration.items")}</H2>
      {view.items.map(({ label, missing }) => (
        <Fragment key={label}>
          <H3>{label}</H3>
          {paragraphs(missing)}
        </Fragment>
      ))}
      <Callout>
        <P>
          <Strong>{t("integration.until", { until })}</Strong>
        </P>
        <P>{t("integration.days", { days: view.days })}</P>
      </Callout>
    </BodyLetter>
  );
}
