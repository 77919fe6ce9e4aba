import { receiptMoment } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { H1, Lead, P } from "@/lib/pdf/components";
import { documentWords, localeOf } from "@/lib/pdf/document-words";
import { KeyValueTable } from "@/lib/pdf/tables";
import type { WithdrawalReceiptView } from "../core/receipt-view";
import { given, identityWords } from "./receipt-rows";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    withdrawalReceipt: WithdrawalReceiptView;
  }
}

/** What was withdrawn, by whom, when. */
export function WithdrawalReceipt({ view }: { view: WithdrawalReceiptView }) {
  const t = documentWords(view.locale);
  const { application, applicant, body, call } = view;
  const received = receiptMoment(new Date(view.receivedAt), localeOf(view.locale));
  return (
    <BodyLetter
      title={t("withdrawal.titleOf", { number: application.registerNumber })}
      view={{ ...view, issuedAt: view.receivedAt }}
      t={t}
    >
      <H1>{t("withdrawal.title")}</H1>
      <Lead>{t("withdrawal.lead")}</Lead>
      <P>
        {t("withdrawal.intro", { body: body.name, applicant: applicant.name, title: call.title })}
      </P>
      <KeyValueTable
        rows={given([
          [t("label.withdrawnAt"), received],
          [t("label.registerNumber"), application.registerNumber],
          [t("label.withdrawn"), t("withdrawal.number", { number: application.withdrawn })],
          [t("label.applicationCode"), application.code],
          [t("label.applicant"), applicant.name],
          [t("label.submittedBy"), applicant.submittedBy],
          [t("label.quality"), t(`quality.${applicant.quality}`)],
          [t("label.identity"), identityWords(view.identityLevel, t)],
          [t("label.callCode"), call.code],
          [t("label.office"), body.office],
        ])}
      />
    </BodyLetter>
  );
}
