import { receiptMoment } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

export type IntegrationReceiptMailView = {
  applicantName: string;
  callTitle: string;
  registerNumber: string;
  applicationCode: string;
  /** UTC with microseconds. */
  receivedAt: string;
  receiptUrl: string;
};

/** The confirmation that an answer to the office has arrived. */
export const integrationReceipt: MailTemplate<IntegrationReceiptMailView> = {
  subject: (view, t) =>
    t("integrationReceipt.subject", { title: view.callTitle, number: view.registerNumber }),
  why: (t) => t("receipt.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("integrationReceipt.heading")}</Heading>
      <Paragraph>{t("integrationReceipt.intro", { title: view.callTitle })}</Paragraph>
      <Facts
        rows={[
          [t("facts.applicant"), view.applicantName],
          [t("facts.receivedAt"), receiptMoment(new Date(view.receivedAt), locale)],
          [t("facts.registerNumber"), view.registerNumber],
          [t("facts.applicationCode"), view.applicationCode],
        ]}
      />
      <Action href={view.receiptUrl}>{t("receipt.action")}</Action>
    </>
  ),
};
