import { exactMoment, receiptMoment } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, List, Paragraph, Part, Quiet, TextLink } from "./parts";
import type { MailTemplate } from "./template";

export type ReceiptMailView = {
  applicantName: string;
  callTitle: string;
  /** "0000147/2026" */
  registerNumber: string;
  applicationCode: string;
  /** ISO instant the application was received, UTC. */
  receivedAt: string;
  /** True when it takes the place of an earlier submission. */
  replacesEarlier: boolean;
  /** Until when it can be replaced or withdrawn, ISO; null when it cannot. */
  changeableUntil: string | null;
  /** "Numero 1234 del 25/11/2026", or null while the protocol is being written. */
  protocol: string | null;
  receiptUrl: string;
  applicationUrl: string;
  verificationCode: string;
  verifyUrl: string;
  /** Sentences with their dates, in order. */
  nextSteps: readonly string[];
  /** The office that entered it for somebody; left out: the applicant sent it. */
  enteredBy?: string;
  /** Where who signs in with this mailbox takes it among the own applications. */
  claimUrl?: string;
};

export const receipt: MailTemplate<ReceiptMailView> = {
  subject: (view, t) =>
    t("receipt.subject", { title: view.callTitle, number: view.registerNumber }),
  why: (t, view) => t(view.enteredBy ? "receipt.enteredWhy" : "receipt.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{view.replacesEarlier ? t("receipt.headingAgain") : t("receipt.heading")}</Heading>
      <Paragraph>{t("receipt.intro", { title: view.callTitle })}</Paragraph>
      <Facts
        rows={[
          [t("facts.applicant"), view.applicantName],
          [t("facts.receivedAt"), receiptMoment(new Date(view.receivedAt), locale)],
          [t("facts.registerNumber"), view.registerNumber],
          [t("facts.applicationCode"), view.applicationCode],
          [t("facts.protocol"), view.protocol ?? t("receipt.protocolPending")],
          [t("facts.verificationCode"), view.verificationCode],
        ]}
      />
      {view.enteredBy ? (
        <>
          <Paragraph>{t("receipt.entered", { office: view.enteredBy })}</Paragraph>
          {view.claimUrl ? <Action href={view.claimUrl}>{t("receipt.claim")}</Action> : null}
        </>
      ) : (
        <>
          <Action href={view.receiptUrl}>{t("receipt.action")}</Action>
          <Paragraph>
            <TextLink href={view.applicationUrl}>{t("receipt.follow")}</TextLink>
          </Paragraph>
        </>
      )}
      {view.nextSteps.length > 0 ? <Part>{t("facts.nextSteps")}</Part> : null}
      {view.nextSteps.length > 0 ? <List items={view.nextSteps} /> : null}
      {view.changeableUntil ? (
        <Paragraph>
          {t("receipt.changeable", { until: exactMoment(new Date(view.changeableUntil), locale) })}
        </Paragraph>
      ) : null}
      <Quiet>
        {t("receipt.verify")} <TextLink href={view.verifyUrl}>{view.verifyUrl}</TextLink>
      </Quiet>
    </>
  ),
};
