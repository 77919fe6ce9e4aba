import { dateAndHour } from "@/lib/kernel/rome-words";
import { Action, Heading, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type OrganisationInvitationMailView = {
  organisationName: string;
  invitedBy: string;
  url: string;
  /** ISO instant. */
  expiresAt: string;
};

export const organisationInvitation: MailTemplate<OrganisationInvitationMailView> = {
  subject: (view, t) =>
    t("organisationInvitation.subject", { organisation: view.organisationName }),
  why: (t) => t("organisationInvitation.why"),
  secret: true,
  usefulUntil: (view) => new Date(view.expiresAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>
        {t("organisationInvitation.heading", { organisation: view.organisationName })}
      </Heading>
      <Paragraph>{t("organisationInvitation.intro", { who: view.invitedBy })}</Paragraph>
      <Action href={view.url}>{t("organisationInvitation.action")}</Action>
      <Paragraph>{t("organisationInvitation.nothing")}</Paragraph>
      <Quiet>
        {t("organisationInvitation.expires", {
          when: dateAndHour(new Date(view.expiresAt), locale),
        })}
      </Quiet>
    </>
  ),
};
