import { useLocale, useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { addTermDays } from "@/lib/kernel/holidays";
import { partsOfDate } from "@/lib/kernel/local-date";
import { romeDate, romeParts, startOfRomeDay } from "@/lib/kernel/rome-time";
import { atHour, dayAndMonth, weekdayName } from "@/lib/kernel/rome-words";

/** What happened to the call and what comes, in the order of time. */
export function CallTimeline({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("calls");
  return <Timeline label={t("page.timeline")} items={useItems(call, now)} />;
}

type Dated = TimelineItem & { at: Date };

function useItems(call: CallPage, now: Date): TimelineItem[] {
  const t = useTranslations("calls");
  const locale = useLocale();
  const on = (at: Date, key: string, exact: boolean) => {
    const { date, time, year } = romeParts(at);
    return {
      at,
      key,
      day: `${weekdayName(date, locale)} ${dayAndMonth(date, locale)}`,
      hour: exact ? `${year}, ${atHour(time, locale)}` : String(year),
      kind: at <= now ? ("past" as const) : ("future" as const),
    };
  };
  const { closesAt, opensAt, content } = call;
  const items: Dated[] = [
    { ...on(call.publishedAt, "published", false), title: t("page.published") },
    ...call.acts.map((act) => ({
      ...on(act.publishedAt, act.id, false),
      title: t(`act.${actKind(act.kind)}`),
      text: <a href="#atti">{t("page.readAct")}</a>,
    })),
    ...content.meetings.map((meeting, at) => ({
      ...on(startOfRomeDay(meeting.on), `meeting-${at}`, false),
      hour: String(partsOfDate(meeting.on).year),
      title: meeting.title,
      text: [
        meeting.from && meeting.to && t("page.hours", { from: meeting.from, to: meeting.to }),
        meeting.where && `${meeting.where}.`,
      ]
        .filter(Boolean)
        .join(" "),
      kind: "workshop" as const,
      number: at + 1,
    })),
  ];
  if (opensAt && opensAt > call.publishedAt) {
    items.push({ ...on(opensAt, "opens", true), title: t("page.opens") });
  }
  if (closesAt) {
    const end = on(closesAt, "closes", true);
    items.push({
      ...end,
      title: t("page.closes"),
      text: call.peremptory ? t("page.closesText") : t("page.closesLate"),
      kind: end.kind === "past" ? "past" : "now",
    });
    const term = addTermDays(romeDate(closesAt), content.procedure.days);
    items.push({
      ...on(startOfRomeDay(term), "term", false),
      title: t("page.term"),
      text: t("page.termText", { days: content.procedure.days }),
    });
  }
  return items.sort((one, other) => one.at.getTime() - other.at.getTime());
}

const KINDS = [
  "rectification",
  "extension",
  "reopening",
  "suspension",
  "resumption",
  "revocation",
] as const;

/** The kind of an act as the catalogue knows it; the database allows no other. */
export function actKind(kind: string): (typeof KINDS)[number] {
  return KINDS.find((known) => known === kind) ?? "rectification";
}
