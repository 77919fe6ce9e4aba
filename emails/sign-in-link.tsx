import { dateAndHour } from "@/lib/kernel/rome-words";
import { Action, Heading, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type SignInLinkView = {
  url: string;
  /** ISO instant after which the link opens nothing. */
  expiresAt: string;
  /** Device that asked, such as "Firefox, Android"; empty when unknown. */
  place: string;
};

export const signInLink: MailTemplate<SignInLinkView> = {
  subject: (_view, t) => t("signInLink.subject"),
  why: (t) => t("signInLink.why"),
  secret: true,
  usefulUntil: (view) => new Date(view.expiresAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("signInLink.heading")}</Heading>
      <Paragraph>
        {view.place ? t("signInLink.introFrom", { place: view.place }) : t("signInLink.intro")}
      </Paragraph>
      <Action href={view.url}>{t("signInLink.action")}</Action>
      <Paragraph>
        {t("signInLink.term", { when: dateAndHour(new Date(view.expiresAt), locale) })}
      </Paragraph>
      <Quiet>{t("signInLink.notYou")}</Quiet>
    </>
  ),
};
