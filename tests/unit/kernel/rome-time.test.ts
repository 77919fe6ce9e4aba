import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, localDate, weekday } from "@/lib/kernel/local-date";
import {
  endOfRomeDay,
  isClockChangeNight,
  offsetText,
  romeDate,
  romeInstant,
  romeParts,
  startOfRomeDay,
} from "@/lib/kernel/rome-time";

const instant = fc.date({
  min: new Date("1996-01-01T00:00:00Z"),
  max: new Date("2100-01-01T00:00:00Z"),
  noInvalidDate: true,
});

/** The rule of Directive 2000/84/EC, computed without Intl: the last Sunday of the month. */
function lastSunday(year: number, month: number): string {
  const end = localDate(year, month, 31);
  return addDays(end, -(weekday(end) % 7));
}

describe("Rome and instants", () => {
  it.each([
    ["2021-05-14", "23:59:59", "2021-05-14T21:59:59.000Z"],
    ["2022-03-27", "23:59:59", "2022-03-27T21:59:59.000Z"],
    ["2024-03-10", "23:59:59", "2024-03-10T22:59:59.000Z"],
    ["2022-11-30", "13:00:00", "2022-11-30T12:00:00.000Z"],
    ["2026-10-25", "23:59:59", "2026-10-25T22:59:59.000Z"],
    ["2026-11-30", "12:00", "2026-11-30T11:00:00.000Z"],
    ["2026-10-25", "01:59:59", "2026-10-24T23:59:59.000Z"],
    ["2026-10-25", "03:00:00", "2026-10-25T02:00:00.000Z"],
    ["2026-03-29", "01:59:59", "2026-03-29T00:59:59.000Z"],
    ["2026-03-29", "03:00:00", "2026-03-29T01:00:00.000Z"],
  ])("%s %s in Rome is %s", (date, time, expected) => {
    expect(romeInstant(date, time)).toEqual({ ok: true, instant: new Date(expected) });
  });

  it("refuses the hour that is not and the hour that is twice, each year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1996, max: 2100 }),
        fc.integer({ min: 0, max: 3599 }),
        (year, second) => {
          const time = new Date((7200 + second) * 1000).toISOString().slice(11, 19);
          const spring = romeInstant(lastSunday(year, 3), time);
          const autumn = romeInstant(lastSunday(year, 10), time);
          expect(spring).toEqual({ ok: false, reason: "nonexistent_hour" });
          expect(autumn).toEqual({ ok: false, reason: "ambiguous_hour" });
        },
      ),
    );
  });

  it("refuses what is not a day or an hour", () => {
    expect(romeInstant("2026-02-30", "12:00")).toEqual({ ok: false, reason: "not_a_date" });
    expect(romeInstant("2026-02-28", "24:00")).toEqual({ ok: false, reason: "not_a_time" });
    expect(romeInstant("2026-02-28", "9:00")).toEqual({ ok: false, reason: "not_a_time" });
  });

  it("comes back to the same second, except where an hour is twice", () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const { date, time } = romeParts(moment);
        const back = romeInstant(date, time);
        const second = Math.floor(moment.getTime() / 1000) * 1000;
        if (back.ok) expect(back.instant.getTime()).toBe(second);
        else
          expect([back.reason, date]).toEqual([
            "ambiguous_hour",
            lastSunday(+date.slice(0, 4), 10),
          ]);
      }),
    );
  });

  it("gives every day 23, 24 or 25 hours, and other than 24 only on two Sundays", () => {
    fc.assert(
      fc.property(instant, (moment) => {
        const date = romeDate(moment);
        const from = startOfRomeDay(date).getTime();
        const hours = (endOfRomeDay(date).getTime() + 1000 - from) / 3_600_000;
        const year = Number(date.slice(0, 4));
        const expected =
          date === lastSunday(year, 3) ? 23 : date === lastSunday(year, 10) ? 25 : 24;
        expect(hours).toBe(expected);
        expect(isClockChangeNight(date)).toBe(expected !== 24);
      }),
    );
  });

  it("counts 25 hours on 25 October 2026", () => {
    expect(endOfRomeDay("2026-10-25").getTime() - startOfRomeDay("2026-10-25").getTime()).toBe(
      25 * 3_600_000 - 1000,
    );
  });

  it("writes the offset", () => {
    expect(offsetText(new Date("2026-11-21T10:59:58Z"))).toBe("UTC+01:00");
    expect(offsetText(new Date("2026-07-01T00:00:00Z"))).toBe("UTC+02:00");
  });
});
