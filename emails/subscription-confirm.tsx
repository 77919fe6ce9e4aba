import { dateAndHour } from "@/lib/kernel/rome-words";
import { Action, Heading, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type SubscriptionConfirmView = {
  url: string;
  /** ISO instant. */
  expiresAt: string;
};

export const subscriptionConfirm: MailTemplate<SubscriptionConfirmView> = {
  subject: (_, t) => t("subscriptionConfirm.subject"),
  why: (t) => t("subscriptionConfirm.why"),
  secret: true,
  usefulUntil: (view) => new Date(view.expiresAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("subscriptionConfirm.heading")}</Heading>
      <Paragraph>{t("subscriptionConfirm.intro")}</Paragraph>
      <Action href={view.url}>{t("subscriptionConfirm.action")}</Action>
      <Paragraph>
        {t("subscriptionConfirm.term", { when: dateAndHour(new Date(view.expiresAt), locale) })}
      </Paragraph>
      <Quiet>{t("subscriptionConfirm.notYou")}</Quiet>
    </>
  ),
};
