import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  isLocalDate,
  isoWeek,
  mondayOf,
  partsOfDate,
  weekday,
  weekOf,
} from "@/lib/kernel/local-date";

const date = fc
  .date({
    min: new Date("1900-01-01T00:00:00Z"),
    max: new Date("2200-01-01T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((one) => one.toISOString().slice(0, 10));

describe("days of the calendar", () => {
  it("accepts days that exist and nothing else", () => {
    expect(isLocalDate("2024-02-29")).toBe(true);
    for (const wrong of ["2026-02-29", "2026-04-31", "2026-13-01", "26-01-01", "1899-12-31", ""]) {
      expect(isLocalDate(wrong), wrong).toBe(false);
    }
  });

  it("adds and counts days as inverse operations", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  it("knows weekdays as the platform does", () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(weekday(day) % 7).toBe(new Date(`${day}T12:00:00Z`).getUTCDay());
      }),
    );
  });

  it("keeps the day of the month where it exists, otherwise the last", () => {
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    expect(addMonths("2026-11-21", -12)).toBe("2025-11-21");
    expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
    fc.assert(
      fc.property(date, fc.integer({ min: -300, max: 300 }), (from, months) => {
        const [a, b] = [partsOfDate(from), partsOfDate(addMonths(from, months))];
        expect(b.year * 12 + b.month - (a.year * 12 + a.month)).toBe(months);
        expect(b.day).toBeLessThanOrEqual(a.day);
      }),
    );
  });

  it("cuts weeks from Monday to Sunday", () => {
    expect(weekOf("2026-11-25")).toEqual([
      "2026-11-23",
      "2026-11-24",
      "2026-11-25",
      "2026-11-26",
      "2026-11-27",
      "2026-11-28",
      "2026-11-29",
    ]);
    fc.assert(
      fc.property(date, (day) => {
        expect(weekOf(day)).toContain(day);
      }),
    );
  });

  it("numbers ISO weeks also around the new year", () => {
    expect(isoWeek("2026-11-25")).toEqual({ year: 2026, week: 48 });
    expect(isoWeek("2027-01-01")).toEqual({ year: 2026, week: 53 });
    expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 });
    fc.assert(
      fc.property(date, (day) => {
        expect(isoWeek(day)).toEqual(isoWeek(mondayOf(day)));
      }),
    );
  });
});
