import { dateOfExact, deadlineMoment } from "@/lib/calls/core/deadline";
import { receiptMoment } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { H1, H2, Lead, List, P, Small } from "@/lib/pdf/components";
import { documentWords, localeOf } from "@/lib/pdf/document-words";
import { KeyValueTable } from "@/lib/pdf/tables";
import type { IntegrationReceiptView } from "../core/integration-views";
import { fileTable, given, identityWords, inTwoLines } from "./receipt-rows";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    integrationReceipt: IntegrationReceiptView;
  }
}

/** That an answer to the office arrived: when, what changed, and what stays as it was sent. */
export function IntegrationReceipt({ view }: { view: IntegrationReceiptView }) {
  const t = documentWords(view.locale);
  const locale = localeOf(view.locale);
  const { application, applicant, body, call, request, earlier } = view;
  return (
    <BodyLetter
      title={t("integrationReceipt.titleOf", { number: application.registerNumber })}
      view={{ ...view, issuedAt: view.receivedAt }}
      t={t}
      details={
        <>
          <H2>{t("integrationReceipt.changed")}</H2>
          {view.changed.length > 0 ? (
            <List items={view.changed} />
          ) : (
            <P>{t("integrationReceipt.nothing")}</P>
          )}
          <H2 ahead={150}>{t("receipt.files")}</H2>
          {fileTable(view.files, view.locale, t)}
          <KeyValueTable
            rows={[
              { label: t("label.digest"), value: inTwoLines(view.digest) },
              { label: t("integrationReceipt.earlier"), value: inTwoLines(earlier.digest) },
            ]}
          />
          <Small>{t("receipt.dataText")}</Small>
        </>
      }
    >
      <H1>{t("integrationReceipt.title")}</H1>
      <Lead>{t("receipt.lead")}</Lead>
      <P>
        {t("integrationReceipt.intro", {
          body: body.name,
          applicant: applicant.name,
          title: call.title,
        })}
      </P>
      <KeyValueTable
        rows={given([
          [t("label.receivedAt"), receiptMoment(dateOfExact(view.receivedAt), locale)],
          [t("label.registerNumber"), application.registerNumber],
          [t("integrationReceipt.request"), request.registerNumber],
          [
            t("integrationReceipt.until"),
            deadlineMoment(new Date(request.closesAt), "endOfDay", locale),
          ],
          [t("integrationReceipt.about"), earlier.registerNumber],
          [t("label.applicationCode"), application.code],
          [t("label.applicant"), applicant.name],
          [t("label.submittedBy"), applicant.submittedBy],
          [t("label.quality"), t(`quality.${applicant.quality}`)],
          [t("label.channel"), t(`channel.${view.channel}`)],
          [t("label.identity"), identityWords(view.identityLevel, t)],
          [t("label.callCode"), call.code],
          [t("label.office"), body.office],
        ])}
      />
    </BodyLetter>
  );
}
