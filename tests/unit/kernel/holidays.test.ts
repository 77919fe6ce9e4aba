import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTermDays, easterSunday, HOLIDAYS, holidayOn, isRestDay } from "@/lib/kernel/holidays";
import { addDays, daysBetween, localDate, weekday } from "@/lib/kernel/local-date";

const year = fc.integer({ min: 1950, max: 2200 });
const daysOf = (of: number) =>
  Array.from({ length: 366 }, (_, index) => addDays(localDate(of, 1, 1), index)).filter((day) =>
    day.startsWith(String(of)),
  );

describe("Easter", () => {
  it.each([
    [1961, "1961-04-02"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2019, "2019-04-21"],
    [2021, "2021-04-04"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
    [2076, "2076-04-19"],
  ])("of %i is %s", (of, expected) => {
    expect(easterSunday(of)).toBe(expected);
  });

  it("is a Sunday between 22 March and 25 April", () => {
    fc.assert(
      fc.property(year, (of) => {
        const easter = easterSunday(of);
        expect(weekday(easter)).toBe(7);
        expect(easter >= `${of}-03-22` && easter <= `${of}-04-25`).toBe(true);
      }),
    );
  });
});

describe("national holidays", () => {
  it("are twelve until 2025 and thirteen since Saint Francis came back", () => {
    expect(daysOf(2025).filter((day) => holidayOn(day) !== null)).toHaveLength(12);
    const names = daysOf(2026)
      .map(holidayOn)
      .filter((name) => name !== null);
    expect(names).toEqual([...HOLIDAYS]);
    expect(holidayOn("2025-10-04")).toBeNull();
    expect(holidayOn("2026-10-04")).toBe("saintFrancis");
    expect(holidayOn("2027-03-29")).toBe("easterMonday");
  });
});

describe("terms in days", () => {
  it.each([
    ["2026-11-30", 30, "2026-12-30"],
    ["2026-12-20", 30, "2027-01-19"],
    ["2026-11-25", 30, "2026-12-28"],
    ["2026-03-06", 30, "2026-04-07"],
    ["2026-11-18", 10, "2026-11-28"],
    ["2026-11-19", 10, "2026-11-30"],
  ])("%s and %i days end on %s", (from, days, expected) => {
    expect(addTermDays(from, days)).toBe(expected);
  });

  it("end on a day that works, never early, and only rest days are skipped", () => {
    fc.assert(
      fc.property(year, fc.nat(365), fc.integer({ min: 1, max: 400 }), (of, offset, days) => {
        const from = addDays(localDate(of, 1, 1), offset);
        const end = addTermDays(from, days);
        expect(isRestDay(end)).toBe(false);
        const moved = daysBetween(addDays(from, days), end);
        expect(moved).toBeGreaterThanOrEqual(0);
        for (let day = 0; day < moved; day++) {
          expect(isRestDay(addDays(from, days + day))).toBe(true);
        }
      }),
    );
  });
});
