import { romeDate } from "@/lib/kernel/rome-time";
import { hourRange, type Locale, longDate } from "@/lib/kernel/rome-words";

/** A meeting as mails show it; instants in ISO. */
type ShownMeeting = {
  startsAt: string;
  endsAt: string;
  mode: "onsite" | "online" | "hybrid";
  place: string | null;
  onlineUrl: string | null;
};

const MODES = {
  it: { onsite: "in presenza", online: "online", hybrid: "in presenza e online" },
  en: { onsite: "on site", online: "online", hybrid: "on site and online" },
} as const;

/** What is different about a meeting, before and after, in the words of the reader's language. */
export function changesBetween(before: ShownMeeting, after: ShownMeeting, locale: Locale) {
  const all = [
    { what: "time", before: timeOf(before, locale), after: timeOf(after, locale) },
    { what: "mode", before: MODES[locale][before.mode], after: MODES[locale][after.mode] },
    { what: "place", before: before.place ?? "", after: after.place ?? "" },
    { what: "link", before: before.onlineUrl ?? "", after: after.onlineUrl ?? "" },
  ] as const;
  return all.filter((change) => change.before !== change.after);
}

function timeOf(meeting: ShownMeeting, locale: Locale): string {
  const [from, to] = [new Date(meeting.startsAt), new Date(meeting.endsAt)];
  return `${longDate(romeDate(from), locale)}, ${hourRange(from, to, locale)}`;
}
