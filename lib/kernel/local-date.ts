/** A day of the calendar, written YYYY-MM-DD, with no hour and no zone. */
export type LocalDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a day that exists between the years 1900 and 9999. */
export function isLocalDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match || Number(match[1]) < 1900) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function localDate(year: number, month: number, day: number): LocalDate {
  const pad = (value: number, size: number) => String(value).padStart(size, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function partsOfDate(date: LocalDate): { year: number; month: number; day: number } {
  const match = SHAPE.exec(date);
  if (!match) throw new RangeError("not a local date");
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromSerial(toSerial(date) + days);
}

/** The same day `months` later, or the last of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOfDate(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return localDate(target.year, target.month, Math.min(day, lastDay(target.year, target.month)));
}

/** Days from the first date to the second; negative if the second comes before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toSerial(to) - toSerial(from);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return ((((toSerial(date) + 3) % 7) + 7) % 7) + 1;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

/** The seven days, Monday first, of the week that holds the date. */
export function weekOf(date: LocalDate): LocalDate[] {
  const monday = mondayOf(date);
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
}

/** ISO 8601 week: the week belongs to the year that holds its Thursday. */
export function isoWeek(date: LocalDate): { year: number; week: number } {
  const thursday = addDays(mondayOf(date), 3);
  const { year } = partsOfDate(thursday);
  return { year, week: 1 + Math.floor(daysBetween(localDate(year, 1, 1), thursday) / 7) };
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function toSerial(date: LocalDate): number {
  const { year, month, day } = partsOfDate(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function fromSerial(serial: number): LocalDate {
  return new Date(serial * DAY_MS).toISOString().slice(0, 10);
}
