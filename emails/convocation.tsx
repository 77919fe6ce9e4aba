import { romeDate } from "@/lib/kernel/rome-time";
import { dateAndHour, dayAndMonth } from "@/lib/kernel/rome-words";
import { MeetingFacts, type MeetingView } from "./meeting-facts";
import { Action, Heading, Paragraph, Quiet, TextLink } from "./parts";
import type { MailTemplate } from "./template";

export type ConvocationMailView = {
  meeting: MeetingView;
  /** For whom the recipient comes; null for citizens. */
  organisationName: string | null;
  answerUrl: string;
  calendarUrl: string;
  /** ISO instant; null when there is no term. */
  answerBy: string | null;
  /** What to bring or to know; null when nothing. */
  note: string | null;
};

export const convocation: MailTemplate<ConvocationMailView> = {
  subject: (view, t) =>
    t("convocation.subject", { title: view.meeting.title, series: view.meeting.seriesTitle }),
  why: (t) => t("convocation.why"),
  usefulUntil: (view) => new Date(view.meeting.endsAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>
        {t("convocation.heading", {
          day: dayAndMonth(romeDate(new Date(view.meeting.startsAt)), locale),
        })}
      </Heading>
      <Paragraph>
        {view.organisationName
          ? t("convocation.introFor", {
              series: view.meeting.seriesTitle,
              organisation: view.organisationName,
            })
          : t("convocation.intro", { series: view.meeting.seriesTitle })}
      </Paragraph>
      <MeetingFacts meeting={view.meeting} t={t} locale={locale} />
      {view.note ? <Paragraph>{view.note}</Paragraph> : null}
      <Action href={view.answerUrl}>{t("convocation.action")}</Action>
      <Paragraph>
        {view.answerBy
          ? t("convocation.answerBy", { when: dateAndHour(new Date(view.answerBy), locale) })
          : t("convocation.answer")}
      </Paragraph>
      <Paragraph>
        <TextLink href={view.calendarUrl}>{t("convocation.calendar")}</TextLink>
      </Paragraph>
      <Quiet>{t("convocation.personal")}</Quiet>
    </>
  ),
};
