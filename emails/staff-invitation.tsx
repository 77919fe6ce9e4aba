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
  /** The password and the second factor that the person had do not hold any more. */
  again?: boolean;
};

export const staffInvitation: MailTemplate<StaffInvitationMailView> = {
  subject: (view, t) =>
    t(view.again ? "staffInvitation.againSubject" : "staffInvitation.subject", {
      body: view.bodyName,
    }),
  why: (t) => t("staffInvitation.why"),
  secret: true,
  usefulUntil: (view) => new Date(view.expiresAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>
        {view.again
          ? t("staffInvitation.againHeading")
          : t("staffInvitation.heading", { body: view.bodyName })}
      </Heading>
      <Paragraph>
        {t(view.again ? "staffInvitation.againIntro" : "staffInvitation.intro", {
          who: view.invitedBy,
        })}
      </Paragraph>
      <Facts
        rows={[
          [t("facts.body"), view.bodyName],
          [t("facts.roles"), view.roles.map((role) => t(`role.${role}`)).join(", ")],
        ]}
      />
      <Action href={view.url}>
        {t(view.again ? "staffInvitation.againAction" : "staffInvitation.action")}
      </Action>
      <Paragraph>{t("staffInvitation.steps")}</Paragraph>
      <Quiet>
        {t("staffInvitation.expires", { when: dateAndHour(new Date(view.expiresAt), locale) })}
      </Quiet>
    </>
  ),
};
