import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Alert } from "@/components/ui/callout";
import { ConvenePanel } from "@/components/workshops/convene-panel";
import { MeetingCard } from "@/components/workshops/meeting-card";
import { MeetingLegend } from "@/components/workshops/meeting-legend";
import { SeriesHead } from "@/components/workshops/series-head";
import { UnansweredPanel } from "@/components/workshops/unanswered-panel";
import { conveneAction } from "../../../../workshop-actions";
import { nextMeeting, readSeries } from "../../../../workshop-pages";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { series } = await readSeries((await params).id);
  return { title: series.title };
}

const DONE = ["creato", "convocati", "cambiato", "annullato", "chiuso"] as const;

/** A cycle: its meetings side by side, whom to convene, who is silent. */
export default async function Series({ params, searchParams }: Props) {
  const { series, call, now } = await readSeries((await params).id);
  const t = await getTranslations("workshops");
  const locale = await getLocale();
  const { fatto, persone } = await searchParams;
  const done = DONE.find((one) => one === fatto);
  const next = nextMeeting(series, now);
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <SeriesHead
        call={call}
        series={series}
        here="meetings"
        text={t("series.text", {
          people: series.participants.length,
          threshold: series.threshold,
          meetings: series.meetings.filter((one) => one.state !== "cancelled").length,
        })}
      />
      {done && (
        <Alert tone="done">{t(`series.done.${done}`, { people: Number(persone ?? 0) })}</Alert>
      )}
      <h2 className="visually-hidden">{t("series.meetings")}</h2>
      <ul className="st-cols c-4 list-unstyled mt-m">
        {series.meetings.map((meeting) => (
          <MeetingCard
            key={meeting.id}
            seriesId={series.id}
            meeting={meeting}
            next={meeting.id === next?.id}
            mayPlan={series.may.plan}
            now={now}
            locale={locale}
          />
        ))}
      </ul>
      <MeetingLegend />
      <div className="st-cols c-2-1 mt-l">
        {series.may.plan && (
          <ConvenePanel seriesId={series.id} convening={series.convening} action={conveneAction} />
        )}
        {next?.state === "convened" && <UnansweredPanel series={series} meetingId={next.id} />}
      </div>
    </ClientMessages>
  );
}
