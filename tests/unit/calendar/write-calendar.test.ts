import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, writeCalendar } from "@/lib/calendar/write-calendar";
import { romeInstant } from "@/lib/kernel/rome-time";

const event: CalendarEvent = {
  uid: "01900000-0000-7000-8000-000000000001@cantieri",
  sequence: 2,
  startsAt: new Date("2026-12-02T16:00:00Z"),
  endsAt: new Date("2026-12-02T18:00:00Z"),
  summary: "Ștefan e l’incontro dell'acqua",
  description: "Percorso «La rete»; terzo di quattro, con pranzo.\nPorta un’idea.",
  location: "Sala comunale, Piazza Curtatone 1, Pontedera",
  url: "",
  cancelled: false,
  updatedAt: new Date("2026-11-25T17:20:00Z"),
};

const organiser = { name: "SdS Alta Val di Cecina Valdera", email: "partecipazione@sds.example" };
const fileOf = (...events: CalendarEvent[]) =>
  writeCalendar({ name: "La rete del Terzo settore", organiser, events });

/** Reads a file as a client does, with the zone that the file itself brings. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar
    .getAllSubcomponents("vtimezone")
    .map((component) => new ICAL.Timezone({ component, tzid: "Europe/Rome" }));
  ICAL.TimezoneService.reset();
  for (const zone of zones) ICAL.TimezoneService.register(zone, zone.tzid);
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { calendar, zones, events };
}

describe("a calendar file", () => {
  test("is as it was", async () => {
    await expect(fileOf(event)).toMatchFileSnapshot("./incontri.ics");
  });

  test("brings the zone of Rome once, and hours that carry its name", () => {
    const text = fileOf(event, { ...event, uid: "2@cantieri" });
    const { zones, calendar } = read(text);
    expect(zones.map((zone) => zone.tzid)).toEqual(["Europe/Rome"]);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(text).toContain("DTSTART;TZID=Europe/Rome:20261202T170000");
    expect(text).toContain("LAST-MODIFIED:20261125T172000Z");
    expect(text).toContain("DTSTAMP:20261125T172000Z");
  });

  test("gives back the very instants, also on the days on which the clock changes", () => {
    const days = [
      "2026-03-28",
      "2026-03-29",
      "2026-10-25",
      "2026-10-26",
      "2027-03-28",
      "2028-02-29",
    ];
    for (const day of days) {
      const [from, to] = [romeInstant(day, "01:30"), romeInstant(day, "17:00")];
      if (!from.ok || !to.ok) throw new Error(day);
      const { events } = read(fileOf({ ...event, startsAt: from.instant, endsAt: to.instant }));
      expect(events[0]?.startDate.toJSDate(), day).toEqual(from.instant);
      expect(events[0]?.endDate.toJSDate(), day).toEqual(to.instant);
    }
  });

  test("gives back any whole second outside the doubled hour of October", () => {
    const instants = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000))
      .filter((date) => !(date.getUTCMonth() === 9 && date.getUTCHours() <= 1));
    fc.assert(
      fc.property(instants, (startsAt) => {
        const endsAt = new Date(startsAt.getTime() + 1000);
        const { events } = read(fileOf({ ...event, startsAt, endsAt }));
        expect(events[0]?.startDate.toJSDate()).toEqual(startsAt);
      }),
      { numRuns: 200 },
    );
  });

  test("takes out of calendars what was called off, when there is nothing else in it", () => {
    const cancelled = { ...event, cancelled: true, sequence: 3 };
    const alone = read(fileOf(cancelled));
    expect(alone.calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(alone.events[0]?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(alone.events[0]?.sequence).toBe(3);
    expect(alone.events[0]?.uid).toBe(event.uid);
    const among = read(fileOf(cancelled, { ...event, uid: "2@cantieri" }));
    expect(among.calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(among.events.map((one) => one.component.getFirstPropertyValue("status"))).toEqual([
      "CANCELLED",
      "CONFIRMED",
    ]);
  });
});

describe("texts that people wrote", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.constantFrom(
      "a\r\nATTENDEE:mailto:x@example.org",
      "x\nEND:VEVENT\nBEGIN:VALARM",
      'una; due, tre \\ "quattro"',
      "\u2028SUMMARY:altro\u2029",
      "ă ș ț ’ مرحبا ".repeat(20),
      "\u202etxt.exe",
    ),
  );

  test("stay texts: they add no property and break no line", () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (name, summary, location, description) => {
        const text = writeCalendar({
          name,
          organiser: { name: summary, email: "a@example.org" },
          events: [{ ...event, summary, location, description, url: `https://x.it/\r\n${name}` }],
        });
        const { calendar, events } = read(text);
        expect(calendar.getAllSubcomponents().map((one) => one.name)).toEqual([
          "vtimezone",
          "vevent",
        ]);
        expect(events[0]?.component.getAllSubcomponents()).toEqual([]);
        const names = events[0]?.component.getAllProperties().map((one) => one.name) ?? [];
        expect(names.filter((one) => !KNOWN.has(one))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 300 },
    );
  });

  test("are folded at 75 octets and come back whole", () => {
    const summary = "Ștefan, ă l’incontro; ".repeat(12).trim();
    const text = fileOf({ ...event, summary, description: summary });
    const lines = text.split("\r\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    expect(read(text).events[0]?.summary).toBe(summary);
    expect(read(text).events[0]?.description).toBe(summary);
  });
});

const KNOWN = new Set([
  ...["uid", "sequence", "dtstamp", "dtstart", "dtend", "summary", "location", "description"],
  ...["url", "status", "organizer", "last-modified", "created"],
]);
