import { exactMoment, type Locale, receiptMoment } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, Paragraph } from "./parts";
import type { MailTemplate, MailWords } from "./template";

export type WithdrawalMailView = {
  applicantName: string;
  callTitle: string;
  registerNumber: string;
  applicationCode: string;
  /** ISO instant, UTC. */
  withdrawnAt: string;
  /** Until when one can apply again, ISO; without an end: at any time; null: not now. */
  applyAgain: { until: string | null } | null;
  applicationUrl: string;
};

export const withdrawal: MailTemplate<WithdrawalMailView> = {
  subject: (view, t) => t("withdrawal.subject", { title: view.callTitle }),
  why: (t) => t("receipt.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("withdrawal.heading")}</Heading>
      <Paragraph>{t("withdrawal.intro", { title: view.callTitle })}</Paragraph>
      <Facts
        rows={[
          [t("facts.applicant"), view.applicantName],
          [t("facts.withdrawnAt"), receiptMoment(new Date(view.withdrawnAt), locale)],
          [t("facts.registerNumber"), view.registerNumber],
          [t("facts.applicationCode"), view.applicationCode],
        ]}
      />
      <Paragraph>{again(view.applyAgain, t, locale)}</Paragraph>
      <Action href={view.applicationUrl}>{t("withdrawal.action")}</Action>
    </>
  ),
};

function again(may: WithdrawalMailView["applyAgain"], t: MailWords, locale: Locale): string {
  if (!may) return t("withdrawal.over");
  return may.until
    ? t("withdrawal.again", { until: exactMoment(new Date(may.until), locale) })
    : t("withdrawal.anyTime");
}
