import type { StaffRole } from "@/lib/auth/roles";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type StaffInvitationMailView = {
  bodyName: string;
  roles: readonly StaffRole[];
  invitedBy: string;
  url: string;
  /** ISO instant. */
  expiresAt: string;
};

export const staffInvitation: MailTemplate<StaffInvitationMailView> = {
  subject: (view, t) => t("staffInvitation.subject", { body: view.bodyName }),
  why: (t) => t("staffInvitation.why"),
  secret: true,
  usefulUntil: (view) => new Date(view.expiresAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("staffInvitation.heading", { body: view.bodyName })}</Heading>
      <Paragraph>{t("staffInvitation.intro", { who: view.invitedBy })}</Paragraph>
      <Facts
        rows={[
          [t("facts.body"), view.bodyName],
          [t("facts.roles"), view.roles.map((role) => t(`role.${role}`)).join(", ")],
        ]}
      />
      <Action href={view.url}>{t("staffInvitation.action")}</Action>
      <Paragraph>{t("staffInvitation.steps")}</Paragraph>
      <Quiet>
        {t("staffInvitation.expires", { when: dateAndHour(new Date(view.expiresAt), locale) })}
      </Quiet>
    </>
  ),
};
