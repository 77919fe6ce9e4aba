import type { CalendarFile } from "@/lib/calendar/write-calendar";
import { placeOf } from "../core/places";
import type { OwnMeeting, Participation } from "./participation-by-token";

/**
 * The calendar of a participant: the meetings they were convened to and have not said no to, or one
 * of them. What was called off stays in it as cancelled, so that it leaves their calendar too.
 */
export function participantCalendar(of: Participation, meetingId?: string): CalendarFile {
  const chosen = of.meetings.filter((one) =>
    meetingId ? one.id === meetingId : one.answer !== "absent" || one.state === "cancelled",
  );
  return {
    name: of.seriesTitle,
    organiser: of.bodyEmail ? { name: of.bodyName, email: of.bodyEmail } : null,
    events: chosen.map((one) => ({
      uid: one.calendarUid,
      sequence: one.sequence,
      startsAt: one.startsAt,
      endsAt: one.endsAt,
      summary: `${one.title} (${of.seriesTitle})`,
      description: descriptionOf(of, one),
      location: one.mode === "online" ? "Online" : placeOf(one),
      url: one.mode === "onsite" ? "" : one.link,
      cancelled: one.state === "cancelled",
      updatedAt: one.updatedAt,
    })),
  };
}

function descriptionOf(of: Participation, meeting: OwnMeeting): string {
  const lines = [of.bodyName];
  if (meeting.mode !== "onsite" && meeting.link) lines.push(meeting.link);
  if (of.bodyPhone) lines.push(of.bodyPhone);
  return lines.join("\n");
}
