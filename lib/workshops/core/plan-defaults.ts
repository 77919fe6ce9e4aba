import type { LocalDate } from "@/lib/kernel/local-date";

/** A meeting that a call announced, as its author wrote it. */
type Announced = { on: string; from: string; to: string; title: string; where: string };

export type MeetingDraft = {
  title: string;
  on: string;
  from: string;
  to: string;
  mode: "onsite" | "online" | "hybrid";
  place: string;
  capacity: number;
};

/** Meetings of a cycle unless the call announced another number. */
const USUAL_MEETINGS = 4;
const USUAL_HOURS = { from: "17:00", to: "19:00" };

/**
 * What the form of a new cycle begins with: the meetings that the call announced, else four. A day
 * that has gone by is left to be chosen.
 */
export function plannedMeetings(
  announced: readonly Announced[],
  places: number,
  today: LocalDate,
): MeetingDraft[] {
  const known = announced.map((one) => ({
    title: one.title,
    on: one.on < today ? "" : one.on,
    from: one.from || USUAL_HOURS.from,
    to: one.to || USUAL_HOURS.to,
    ...venueOf(one.where),
    capacity: places,
  }));
  if (known.length > 0) return known;
  return Array.from({ length: USUAL_MEETINGS }, () => ({ ...blankMeeting(places) }));
}

export function blankMeeting(places: number): MeetingDraft {
  return { title: "", on: "", ...USUAL_HOURS, mode: "onsite", place: "", capacity: places };
}

/** "In presenza a Pontedera", "Online": what an author wrote, read as mode and place. */
function venueOf(where: string): Pick<MeetingDraft, "mode" | "place"> {
  const online = /\bonline\b|in linea|videoconferenza/i.test(where);
  const onsite = /in presenza/i.test(where);
  const place = where
    .replace(/in presenza/i, "")
    .replace(/^\s*(a|ad|in|presso)\s+/i, "")
    .trim();
  if (online && onsite)
    return { mode: "hybrid", place: place.replace(/\s*e online\s*/i, " ").trim() };
  return online ? { mode: "online", place: "" } : { mode: "onsite", place };
}

/** Three of four, two of three: the threshold that is proposed. */
export function usualThreshold(meetings: number): number {
  return Math.max(1, meetings - 1);
}
