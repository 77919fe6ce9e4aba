import { isLocalDate, type LocalDate } from "@/lib/kernel/local-date";

/** The only file that knows a time zone: all hours that people read or write are hours of Rome. */
export const ROME = "Europe/Rome";

export interface RomeParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** YYYY-MM-DD */
  readonly date: LocalDate;
  /** HH:MM:SS */
  readonly time: string;
  /** Minutes ahead of UTC: 60 in winter, 120 in summer. */
  readonly offsetMinutes: number;
}

export type RomeInstant =
  | { readonly ok: true; readonly instant: Date }
  | {
      readonly ok: false;
      readonly reason: "not_a_date" | "not_a_time" | "nonexistent_hour" | "ambiguous_hour";
    };

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const OFFSETS = [60, 120];

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: ROME,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** What calendar and clock on a wall in Rome say at an instant. */
export function romeParts(instant: Date): RomeParts {
  const text = Object.fromEntries(
    clock.formatToParts(instant).map((part) => [part.type, part.value] as const),
  );
  const date = `${text.year?.padStart(4, "0")}-${text.month}-${text.day}`;
  const time = `${text.hour}:${text.minute}:${text.second}`;
  const wholeSecond = Math.floor(instant.getTime() / 1000) * 1000;
  return {
    year: Number(text.year),
    month: Number(text.month),
    day: Number(text.day),
    hour: Number(text.hour),
    minute: Number(text.minute),
    second: Number(text.second),
    date,
    time,
    offsetMinutes: (Date.parse(`${date}T${time}Z`) - wholeSecond) / 60_000,
  };
}

export function romeDate(instant: Date): LocalDate {
  return romeParts(instant).date;
}

/**
 * The instant of an hour written by an author (HH:MM or HH:MM:SS). From 02:00 to 02:59 an hour of
 * the spring night does not exist and one of the autumn night happens twice: both are refused,
 * because a deadline must have one meaning.
 */
export function romeInstant(date: LocalDate, time: string): RomeInstant {
  if (!isLocalDate(date)) return { ok: false, reason: "not_a_date" };
  if (!TIME.test(time)) return { ok: false, reason: "not_a_time" };
  const asIfUtc = Date.parse(`${date}T${time}Z`);
  const matches = OFFSETS.filter(
    (offset) => romeParts(new Date(asIfUtc - offset * 60_000)).offsetMinutes === offset,
  );
  const [offset, second] = matches;
  if (offset === undefined) return { ok: false, reason: "nonexistent_hour" };
  if (second !== undefined) return { ok: false, reason: "ambiguous_hour" };
  return { ok: true, instant: new Date(asIfUtc - offset * 60_000) };
}

/** 23:59:59 of a day in Rome, also of the days of 23 and 25 hours. */
export function endOfRomeDay(date: LocalDate): Date {
  return mustExist(date, "23:59:59");
}

/** 00:00:00 of a day in Rome. */
export function startOfRomeDay(date: LocalDate): Date {
  return mustExist(date, "00:00:00");
}

/** True for the two Sundays of the year on which the clock changes between 02:00 and 03:00. */
export function isClockChangeNight(date: LocalDate): boolean {
  const morning = romeParts(startOfRomeDay(date)).offsetMinutes;
  return morning !== romeParts(endOfRomeDay(date)).offsetMinutes;
}

/** "UTC+01:00" or "UTC+02:00", as receipts show it. */
export function offsetText(instant: Date): string {
  const minutes = romeParts(instant).offsetMinutes;
  const pad = (value: number) => String(value).padStart(2, "0");
  return `UTC+${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function mustExist(date: LocalDate, time: string): Date {
  const result = romeInstant(date, time);
  if (!result.ok) throw new RangeError(result.reason);
  return result.instant;
}
