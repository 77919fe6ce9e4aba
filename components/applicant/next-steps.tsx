import { useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { hours } from "@/lib/applications/core/next-step-words";
import type { UpcomingStep } from "@/lib/applications/core/upcoming-steps";
import { romeParts } from "@/lib/kernel/rome-time";
import { dayAndMonth, weekdayName } from "@/lib/kernel/rome-words";

type Props = { steps: readonly UpcomingStep[]; locale: "it" | "en"; first?: TimelineItem };

/** What comes after the sending, with its dates. */
export function NextSteps({ steps, locale, first }: Props) {
  const t = useTranslations("applications");
  const words = { t, locale };
  const items = steps.map((step) => {
    const number =
      steps.filter((one): one is UpcomingStep => one.kind === "meeting").indexOf(step) + 1;
    return itemOf(step, number, words);
  });
  return <Timeline items={first ? [first, ...items] : items} />;
}

type Words = { t: ReturnType<typeof useTranslations<"applications">>; locale: "it" | "en" };

function itemOf(step: UpcomingStep, number: number, { t, locale }: Words): TimelineItem {
  switch (step.kind) {
    case "callCloses": {
      const at = romeParts(new Date(step.at));
      return {
        key: step.kind,
        kind: "future",
        day: longDay(at.date, locale),
        hour: t("timeline.hour", { year: String(at.year), time: at.time }),
        title: t("timeline.closes"),
        text: t("timeline.closesText"),
      };
    }
    case "integrationCloses": {
      const { date, year } = romeParts(new Date(step.at));
      return {
        key: step.kind,
        kind: "now",
        day: longDay(date, locale),
        hour: `${year}, ${t("timeline.atLatest")}`,
        title: t("timeline.integrationCloses"),
        text: t("timeline.integrationClosesText"),
      };
    }
    case "procedureEnds":
      return {
        key: step.kind,
        kind: "future",
        day: longDay(step.on, locale),
        hour: `${step.on.slice(0, 4)}, ${t("timeline.atLatest")}`,
        title: t("timeline.outcome"),
        text: t("timeline.outcomeText"),
      };
    case "meeting":
      return {
        key: `meeting-${number}`,
        kind: "workshop",
        number,
        day: longDay(step.on, locale),
        hour: step.on.slice(0, 4),
        title: step.title,
        text: [hours(step, locale), step.where].filter(Boolean).join(", "),
      };
  }
}

/** "giovedì 3 dicembre": the year stands in the second line. */
export function longDay(date: string, locale: "it" | "en"): string {
  return `${weekdayName(date, locale)} ${dayAndMonth(date, locale)}`;
}
