import { romeDate } from "@/lib/kernel/rome-time";
import { hourRange, type Locale, longDate } from "@/lib/kernel/rome-words";
import { Facts } from "./parts";
import type { MailWords } from "./template";

/** When and where a meeting is, as every mail about it says. */
export type MeetingView = {
  /** "Primo laboratorio" */
  title: string;
  seriesTitle: string;
  /** ISO instants. */
  startsAt: string;
  endsAt: string;
  mode: "onsite" | "online" | "hybrid";
  /** Name and address of the room; null when online. */
  place: string | null;
  /** Address of the call; null when onsite. */
  onlineUrl: string | null;
};

type Props = { meeting: MeetingView; t: MailWords; locale: Locale };

export function MeetingFacts({ meeting, t, locale }: Props) {
  const [from, to] = [new Date(meeting.startsAt), new Date(meeting.endsAt)];
  return (
    <Facts
      rows={[
        [t("facts.meeting"), meeting.title],
        [t("facts.day"), longDate(romeDate(from), locale)],
        [t("facts.hours"), hourRange(from, to, locale)],
        [t("facts.mode"), t(`mode.${meeting.mode}`)],
        [t("facts.place"), meeting.place],
        [t("facts.onlineUrl"), meeting.onlineUrl],
      ]}
    />
  );
}
