import { MeetingFacts, type MeetingView } from "./meeting-facts";
import { Action, Facts, Heading, Note, Paragraph, Part, TextLink } from "./parts";
import type { MailTemplate } from "./template";

export type MeetingChangedMailView = {
  /** As it is now. */
  meeting: MeetingView;
  cancelled: boolean;
  /** What is different, in words; empty when it is cancelled. */
  changes: readonly { what: "mode" | "time" | "place" | "link"; before: string; after: string }[];
  reason: string | null;
  answerUrl: string | null;
  calendarUrl: string | null;
};

export const meetingChanged: MailTemplate<MeetingChangedMailView> = {
  subject: (view, t) =>
    view.cancelled
      ? t("meetingChanged.subjectCancelled", { title: view.meeting.title })
      : t("meetingChanged.subject", { title: view.meeting.title }),
  why: (t) => t("convocation.why"),
  usefulUntil: (view) => new Date(view.meeting.endsAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>
        {view.cancelled ? t("meetingChanged.headingCancelled") : t("meetingChanged.heading")}
      </Heading>
      <Paragraph>
        {view.cancelled
          ? t("meetingChanged.introCancelled", { series: view.meeting.seriesTitle })
          : t("meetingChanged.intro", { series: view.meeting.seriesTitle })}
      </Paragraph>
      {view.reason ? <Note>{t("meetingChanged.reason", { reason: view.reason })}</Note> : null}
      {view.changes.map((change) => (
        <Facts
          key={change.what}
          rows={[
            [t(`meetingChanged.before.${change.what}`), change.before],
            [t(`meetingChanged.now.${change.what}`), change.after],
          ]}
        />
      ))}
      <Part>{view.cancelled ? t("meetingChanged.itWas") : t("meetingChanged.itIs")}</Part>
      <MeetingFacts meeting={view.meeting} t={t} locale={locale} />
      {view.answerUrl && !view.cancelled ? (
        <Action href={view.answerUrl}>{t("meetingChanged.action")}</Action>
      ) : null}
      {view.calendarUrl ? (
        <Paragraph>
          <TextLink href={view.calendarUrl}>{t("meetingChanged.calendar")}</TextLink>
        </Paragraph>
      ) : null}
    </>
  ),
};
