import { addDays, type LocalDate, localDate, partsOfDate, weekday } from "@/lib/kernel/local-date";

/** National holidays (L. 260/1949 as amended); Saint Francis from 2026 (L. 151/2025). */
export const HOLIDAYS = [
  "newYear",
  "epiphany",
  "easter",
  "easterMonday",
  "liberation",
  "labour",
  "republic",
  "assumption",
  "saintFrancis",
  "allSaints",
  "immaculate",
  "christmas",
  "saintStephen",
] as const;

export type Holiday = (typeof HOLIDAYS)[number];

const FIXED: Readonly<Record<string, Holiday>> = {
  "01-01": "newYear",
  "01-06": "epiphany",
  "04-25": "liberation",
  "05-01": "labour",
  "06-02": "republic",
  "08-15": "assumption",
  "10-04": "saintFrancis",
  "11-01": "allSaints",
  "12-08": "immaculate",
  "12-25": "christmas",
  "12-26": "saintStephen",
};

const SAINT_FRANCIS_SINCE = 2026;

/** The holiday that falls on a day, or null. An ordinary Sunday is not one. */
export function holidayOn(date: LocalDate): Holiday | null {
  const { year } = partsOfDate(date);
  const easter = easterSunday(year);
  if (date === easter) return "easter";
  if (date === addDays(easter, 1)) return "easterMonday";
  const holiday = FIXED[date.slice(5)] ?? null;
  return holiday === "saintFrancis" && year < SAINT_FRANCIS_SINCE ? null : holiday;
}

/** Sunday or national holiday: the days from which a term moves on. Saturday is not one. */
export function isRestDay(date: LocalDate): boolean {
  return weekday(date) === 7 || holidayOn(date) !== null;
}

/**
 * The last day of a term in days: the first day is not counted, and a term that would end on a
 * Sunday or holiday ends on the next working day (art. 2963 c.c.).
 */
export function addTermDays(date: LocalDate, days: number): LocalDate {
  let end = addDays(date, days);
  while (isRestDay(end)) end = addDays(end, 1);
  return end;
}

/** Gregorian Easter by Oudin's algorithm (1940); variables keep the names of the publication. */
export function easterSunday(year: number): LocalDate {
  const { floor } = Math;
  const g = year % 19;
  const c = floor(year / 100);
  const h = (c - floor(c / 4) - floor((8 * c + 13) / 25) + 19 * g + 15) % 30;
  const i = h - floor(h / 28) * (1 - floor(29 / (h + 1)) * floor((21 - g) / 11));
  const j = (year + floor(year / 4) + i + 2 - c + floor(c / 4)) % 7;
  const month = 3 + floor((i - j + 40) / 44);
  return localDate(year, month, i - j + 28 - 31 * floor(month / 4));
}
