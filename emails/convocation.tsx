import { romeDate } from "@/lib/kernel/rome-time";
import { dayAndMonth, type Locale, weekdayName } from "@/lib/kernel/rome-words";
import { MeetingFacts, type MeetingView } from "./meeting-facts";
import { Action, Heading, Paragraph, Quiet, TextLink } from "./parts";
import type { MailTemplate } from "./template";

export type ConvocationMailView = {
  seriesTitle: string;
  /** The meetings convened together, in their order; at least one. */
  meetings: readonly MeetingView[];
  /** For whom the recipient comes; null for citizens. */
  organisationName: string | null;
  answerUrl: string;
  calendarUrl: string;
};

export const convocation: MailTemplate<ConvocationMailView> = {
  subject: (view, t) =>
    t("convocation.subject", { count: view.meetings.length, series: view.seriesTitle }),
  why: (t) => t("convocation.why"),
  usefulUntil: (view) => new Date(view.meetings.at(-1)?.endsAt ?? 0),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>
        {t("convocation.heading", {
          day: weekdayAndDay(new Date(view.meetings[0]?.startsAt ?? 0), locale),
        })}
      </Heading>
      <Paragraph>
        {view.organisationName
          ? t("convocation.introFor", {
              count: view.meetings.length,
              series: view.seriesTitle,
              organisation: view.organisationName,
            })
          : t("convocation.intro", { count: view.meetings.length, series: view.seriesTitle })}
      </Paragraph>
      {view.meetings.map((meeting) => (
        <MeetingFacts
          key={`${meeting.title} ${meeting.startsAt}`}
          meeting={meeting}
          t={t}
          locale={locale}
        />
      ))}
      <Action href={view.answerUrl}>{t("convocation.action")}</Action>
      <Paragraph>{t("convocation.answer")}</Paragraph>
      <Paragraph>
        <TextLink href={view.calendarUrl}>{t("convocation.calendar")}</TextLink>
      </Paragraph>
      <Quiet>{t("convocation.personal")}</Quiet>
    </>
  ),
};

/** "giovedì 3 dicembre" */
function weekdayAndDay(at: Date, locale: Locale): string {
  const date = romeDate(at);
  return `${weekdayName(date, locale)} ${dayAndMonth(date, locale)}`;
}
