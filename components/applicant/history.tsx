import { useTranslations } from "next-intl";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import type { MyApplicationPage } from "@/lib/applications/queries/my-application";
import { romeParts } from "@/lib/kernel/rome-time";
import { longDay } from "./next-steps";

type Decision = "admissible" | "inadmissible" | "admitted" | "reserve" | "notAdmitted";
type Props = { found: MyApplicationPage; now: Date; locale: "it" | "en" };
type Event = { at: Date; title: string; text?: string };

/** What happened, the newest first. */
export function History({ found, now, locale }: Props) {
  const t = useTranslations("applications");
  const { application, sent, call, decisions, documents } = found;
  const withdrawal = documents.find((document) => document.kind === "withdrawalReceipt");
  const events: Event[] = [
    { at: application.createdAt, title: t("timeline.started") },
    ...(sent
      ? [
          {
            at: new Date(sent.receivedAt),
            title: t("timeline.submitted"),
            text: t("timeline.number", { number: sent.registerNumber }),
          },
        ]
      : []),
    ...(sent?.protocolNumber && sent.protocolDate
      ? [
          {
            at: new Date(`${sent.protocolDate}T12:00:00Z`),
            title: t("timeline.protocol", { number: sent.protocolNumber }),
            text: t("timeline.protocolText"),
          },
        ]
      : []),
    ...(call.closesAt && call.closesAt < now
      ? [{ at: call.closesAt, title: t("timeline.closed") }]
      : []),
    ...decisions.map((one) => ({
      at: one.decidedAt,
      title: t(`timeline.decision.${one.result as Decision}`),
    })),
    ...(withdrawal ? [{ at: new Date(withdrawal.issuedAt), title: t("timeline.withdrawn") }] : []),
  ];
  const items = events
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((event): TimelineItem => {
      const { date, year, time } = romeParts(event.at);
      return {
        key: `${event.at.toISOString()} ${event.title}`,
        kind: "past",
        day: longDay(date, locale),
        hour: t("timeline.hour", { year: String(year), time }),
        title: event.title,
        text: event.text,
      };
    });
  return <Timeline items={items} />;
}
