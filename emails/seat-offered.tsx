import { dateAndHour } from "@/lib/kernel/rome-words";
import { MeetingFacts, type MeetingView } from "./meeting-facts";
import { Action, Heading, Note, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type SeatOfferedMailView = {
  meeting: MeetingView;
  answerUrl: string;
  /** ISO instant: afterwards the seat goes to the next on the list. */
  answerBy: string;
};

export const seatOffered: MailTemplate<SeatOfferedMailView> = {
  subject: (view, t) => t("seatOffered.subject", { title: view.meeting.title }),
  why: (t) => t("seatOffered.why"),
  usefulUntil: (view) => new Date(view.answerBy),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("seatOffered.heading")}</Heading>
      <Paragraph>{t("seatOffered.intro", { series: view.meeting.seriesTitle })}</Paragraph>
      <Note>
        {t("seatOffered.answerBy", { when: dateAndHour(new Date(view.answerBy), locale) })}
      </Note>
      <MeetingFacts meeting={view.meeting} t={t} locale={locale} />
      <Action href={view.answerUrl}>{t("seatOffered.action")}</Action>
      <Quiet>{t("seatOffered.next")}</Quiet>
    </>
  ),
};
