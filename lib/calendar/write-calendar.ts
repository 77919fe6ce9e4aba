import ical, { escape as escapeText, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { ROME } from "@/lib/kernel/rome-time";
import { RomeClock } from "./rome-clock";

/** An appointment. The same `uid` with a higher `sequence` replaces it in people's calendars. */
export type CalendarEvent = {
  uid: string;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  summary: string;
  description: string;
  location: string;
  /** Address of the call; empty when on site. */
  url: string;
  cancelled: boolean;
  /** LAST-MODIFIED, and DTSTAMP too: the same data gives the same file, byte by byte. */
  updatedAt: Date;
};

export type CalendarFile = {
  name: string;
  organiser: { name: string; email: string } | null;
  events: readonly CalendarEvent[];
};

/**
 * A calendar file (RFC 5545) with the hours of Rome. A file that holds nothing but what was called
 * off takes it out of calendars (METHOD:CANCEL, RFC 5546); any other publishes what it holds.
 */
export function writeCalendar(file: CalendarFile): string {
  const nothingLeft = file.events.length > 0 && file.events.every((event) => event.cancelled);
  const calendar = ical({
    // ical-generator writes the name as it stands: what ends a line there would begin a property.
    name: escapeText(oneLine(file.name), false),
    prodId: { company: "Cantieri", product: "Laboratori", language: "IT" },
    method: nothingLeft ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // Without a name: DTSTAMP and LAST-MODIFIED stay in UTC, as the standard wants.
    timezone: { name: null, generator: timezoneBlock },
  });
  for (const event of file.events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      start: new RomeClock(event.startsAt),
      end: new RomeClock(event.endsAt),
      timezone: ROME,
      stamp: event.updatedAt,
      lastModified: event.updatedAt,
      summary: oneLine(event.summary),
      description: event.description,
      location: oneLine(event.location),
      url: webAddress(event.url),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: organiserOf(file),
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** CN stands in quotes, which it cannot hold itself. */
function organiserOf({ organiser }: CalendarFile) {
  if (!organiser) return null;
  const name = oneLine(organiser.name).replaceAll('"', "’");
  return name && organiser.email ? { name, email: organiser.email } : null;
}

function timezoneBlock(zone: string): string | null {
  const [block] = tzlib_get_ical_block(zone);
  return block ?? null;
}

/** Texts of people without what ends a line or turns the direction of reading. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

/** The value of URL is not escaped: anything that is no plain https address is left out. */
function webAddress(text: string): string | null {
  return /^https:\/\/[\x21-\x7e]+$/.test(text) ? text : null;
}
