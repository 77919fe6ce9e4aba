import fc from "fast-check";
import { expect, test } from "vitest";
import { officeRound } from "@/lib/applications/core/thread";
import { isRestDay } from "@/lib/kernel/holidays";
import { weekday } from "@/lib/kernel/local-date";
import { romeParts } from "@/lib/kernel/rome-time";

test("the office is written to on working days between 8 and 18", () => {
  const written = (at: string) => officeRound(new Date(at)) !== undefined;
  // Rome is an hour ahead of UTC in winter, two in summer.
  expect(written("2026-11-27T06:59:59Z")).toBe(false);
  expect(written("2026-11-27T07:00:00Z")).toBe(true);
  expect(written("2026-11-27T16:59:59Z")).toBe(true);
  expect(written("2026-11-27T17:00:00Z")).toBe(false);
  expect(written("2026-07-03T06:00:00Z")).toBe(true);
  expect(written("2026-07-03T16:00:00Z")).toBe(false);
  // A Saturday, a Sunday, the Immaculate Conception on a Tuesday, Easter Monday.
  for (const day of ["2026-11-28", "2026-11-29", "2026-12-08", "2026-04-06"]) {
    expect(written(`${day}T10:00:00Z`)).toBe(false);
  }
});

test("of a message there is half an hour of others to wait for, and one letter a day", () => {
  const moments = fc.date({
    min: new Date("2024-01-01T00:00:00Z"),
    max: new Date("2034-01-01T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, (now) => {
      const round = officeRound(now);
      const { date, hour } = romeParts(now);
      expect(round === undefined).toBe(
        weekday(date) > 5 || isRestDay(date) || hour < 8 || hour >= 18,
      );
      if (!round) return;
      expect(now.getTime() - round.before.getTime()).toBe(30 * 60_000);
      // The day of Rome began before its office hours, and no letter of the day before is in it.
      const began = romeParts(round.today);
      expect([began.date, began.time]).toEqual([date, "00:00:00"]);
      const hours = (now.getTime() - round.today.getTime()) / 3_600_000;
      expect(hours).toBeGreaterThanOrEqual(7);
      expect(hours).toBeLessThan(19);
    }),
  );
});
