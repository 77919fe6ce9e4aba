import { useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { Happened } from "@/lib/applications/core/timeline";
import { romeParts } from "@/lib/kernel/rome-time";
import { longDay } from "./next-steps";

type Props = { happened: readonly Happened[]; locale: "it" | "en" };

/** What happened, the newest first. */
export function History({ happened, locale }: Props) {
  const t = useTranslations("applications");
  const items = happened.map((event, at): TimelineItem => {
    const { date, year, time } = romeParts(event.at);
    return {
      key: `${event.at.toISOString()} ${event.code} ${at}`,
      kind: "past",
      day: longDay(date, locale),
      hour: t("timeline.hour", { year: String(year), time }),
      title: <Title event={event} />,
      text: <Details event={event} />,
    };
  });
  return <Timeline items={items} />;
}

type Grouped = "act" | "decision" | "integration";
type In<Group extends Grouped> = Happened["code"] extends infer Code
  ? Code extends `${Group}.${infer One}`
    ? One
    : never
  : never;
type Alone = Exclude<Happened["code"], `${Grouped}.${string}`>;

function Title({ event: { code, number = "" } }: { event: Happened }) {
  const t = useTranslations("applications");
  const [group, one] = code.split(".");
  if (group === "act") return t(`timeline.act.${one as In<"act">}`, { number });
  if (group === "integration") return t(`timeline.integration.${one as In<"integration">}`);
  if (group === "decision") return t(`timeline.decision.${one as In<"decision">}`);
  return t(`timeline.${code as Alone}`, { number });
}

function Details({ event }: { event: Happened }) {
  const t = useTranslations("applications");
  if (event.said) return <bdi>{event.said}</bdi>;
  if (event.code === "submitted" || event.code === "integration.open")
    return t("timeline.number", { number: event.number ?? "" });
  return event.code === "protocol" ? t("timeline.protocolText") : null;
}
