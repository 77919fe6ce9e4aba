import { deadlineMoment } from "@/lib/calls/core/deadline";
import { Action, Heading, Note, Paragraph } from "./parts";
import type { MailTemplate } from "./template";

export type DraftReminderMailView = {
  callTitle: string;
  bodyName: string;
  /** ISO, UTC. A letter may come late: it names the end, never the time that is left. */
  closesAt: string;
  /** False: the end is that of a day. */
  precise: boolean;
  resumeUrl: string;
};

export const draftReminder: MailTemplate<DraftReminderMailView> = {
  subject: (view, t) => t("draftReminder.subject", { title: view.callTitle }),
  why: (t) => t("draftReminder.why"),
  usefulUntil: (view) => new Date(view.closesAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("draftReminder.heading")}</Heading>
      <Paragraph>
        {t("draftReminder.intro", { title: view.callTitle, body: view.bodyName })}
      </Paragraph>
      <Paragraph>
        <strong>
          {t("draftReminder.until", {
            moment: deadlineMoment(
              new Date(view.closesAt),
              view.precise ? "hour" : "endOfDay",
              locale,
            ),
          })}
        </strong>
      </Paragraph>
      <Note>{t("draftReminder.saved")}</Note>
      <Action href={view.resumeUrl}>{t("draftReminder.action")}</Action>
      <Paragraph>{t("draftReminder.nothing")}</Paragraph>
    </>
  ),
};
