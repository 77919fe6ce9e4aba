import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { HoldPanel } from "@/components/workshops/hold-panel";
import { RosterForm } from "@/components/workshops/roster-form";
import { RosterList } from "@/components/workshops/roster-list";
import { MeetingCrumb } from "@/components/workshops/series-head";
import { romeDate } from "@/lib/kernel/rome-time";
import { hourRange, longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { placeOf } from "@/lib/workshops/core/places";
import { holdMeetingAction, recordAttendanceAction } from "../../../../../../workshop-actions";
import { readMeeting } from "../../../../../../workshop-pages";

type Props = {
  params: Promise<{ id: string; meeting: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, meeting } = await params;
  const { sheet } = await readMeeting(id, meeting);
  return { title: sheet.meeting.title };
}

/** One meeting: who answered what, attendance at the door, closing it. */
export default async function Meeting({ params, searchParams }: Props) {
  const { id, meeting: meetingId } = await params;
  const { sheet } = await readMeeting(id, meetingId);
  const t = await getTranslations("workshops");
  const locale = await getLocale();
  const { meeting, series, people, may } = sheet;
  const recording = may.record && sheet.mayRecord.ok;
  const where = meeting.mode === "online" ? t("mode.online") : placeOf(meeting);
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <MeetingCrumb series={series} />
      <StaffHead
        title={t("meeting.title", { number: meeting.number, title: meeting.title })}
        text={`${longDate(romeDate(meeting.startsAt), locale)}, ${hourRange(meeting.startsAt, meeting.endsAt, locale)}. ${where}`}
        actions={
          may.plan && (
            <>
              {sheet.mayChange.ok && (
                <ButtonLink look="outline" href={routes.staffMeetingChange(series.id, meeting.id)}>
                  {t("card.change")}
                </ButtonLink>
              )}
              {sheet.mayCancel.ok && (
                <ButtonLink look="link" href={routes.staffMeetingCancel(series.id, meeting.id)}>
                  {t("meeting.cancel")}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {(await searchParams).fatto === "presenze" && <Alert tone="done">{t("roster.saved")}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        <Panel title={t(recording ? "roster.title" : "roster.answers", { count: people.length })}>
          {recording && people.length > 0 ? (
            <RosterForm meetingId={meeting.id} people={people} action={recordAttendanceAction} />
          ) : (
            <RosterList meeting={meeting} people={people} verdict={sheet.mayRecord} />
          )}
        </Panel>
        {may.record && <HoldPanel sheet={sheet} action={holdMeetingAction} />}
      </div>
    </ClientMessages>
  );
}
