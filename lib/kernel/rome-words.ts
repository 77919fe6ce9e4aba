import { type LocalDate, partsOfDate, weekday } from "@/lib/kernel/local-date";
import { offsetText, romeParts } from "@/lib/kernel/rome-time";

/** The languages of the interface. */
export type Locale = "it" | "en";

const NBSP = "\u00a0";

const WEEKDAYS = {
  it: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

const MONTHS = {
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  en: "January February March April May June July August September October November December",
};

/** "venerdì", "Friday" */
export function weekdayName(date: LocalDate, locale: Locale): string {
  return WEEKDAYS[locale][weekday(date) - 1] ?? "";
}

/** "ven", "Fri" */
export function shortWeekdayName(date: LocalDate, locale: Locale): string {
  return weekdayName(date, locale).slice(0, 3);
}

/** "maggio", "May"; months count from 1 */
export function monthName(month: number, locale: Locale): string {
  return MONTHS[locale].split(" ")[month - 1] ?? "";
}

/** "1° maggio", "14 maggio"; "1 May" */
export function dayAndMonth(date: LocalDate, locale: Locale): string {
  const { month, day } = partsOfDate(date);
  const figure = locale === "it" && day === 1 ? "1°" : String(day);
  return `${figure} ${monthName(month, locale)}`;
}

/** "1° maggio 2021"; "1 May 2021" */
export function dateWords(date: LocalDate, locale: Locale): string {
  return `${dayAndMonth(date, locale)} ${partsOfDate(date).year}`;
}

/** "venerdì 14 maggio 2021"; "Friday 14 May 2021" */
export function longDate(date: LocalDate, locale: Locale): string {
  return `${weekdayName(date, locale)} ${dateWords(date, locale)}`;
}

const PREPOSITIONS = {
  it: { of: ["del ", "dell’"], on: ["il ", "l’"], from: ["dal ", "dall’"] },
  en: { of: ["of ", "of "], on: ["on ", "on "], from: ["from ", "from "] },
} as const;

/** "del 20 ottobre 2026", "dell’8 maggio"; "from 1 May": a day that begins with its figure, in a sentence. */
export function dayPhrase(preposition: "of" | "on" | "from", day: string, locale: Locale): string {
  const [plain, elided] = PREPOSITIONS[locale][preposition];
  return `${/^(8|11)\b/.test(day) ? elided : plain}${day}`;
}

/** "21/11/2026" */
export function numericDate(date: LocalDate): string {
  return date.split("-").reverse().join("/");
}

/** "9:12" or "18:24:31": an hour without a leading zero, as people say it. */
export function clockTime(instant: Date, precision: "minutes" | "seconds"): string {
  const { hour, time } = romeParts(instant);
  return `${hour}:${time.slice(3, precision === "minutes" ? 5 : 8)}`;
}

/** "ore 12:00:00" with a no-break space; "12:00:00" */
export function atHour(hour: string, locale: Locale): string {
  return locale === "it" ? `ore${NBSP}${hour}` : hour;
}

/** "dalle ore 17:00 alle ore 19:00"; "from 17:00 to 19:00" */
export function hourRange(from: Date, to: Date, locale: Locale): string {
  const [start, end] = [from, to].map((one) => atHour(clockTime(one, "minutes"), locale));
  return locale === "it" ? `dalle ${start} alle ${end}` : `from ${start} to ${end}`;
}

/** "mercoledì 2 dicembre 2026, ore 9:00"; "Wednesday 2 December 2026, 9:00" */
export function dateAndHour(instant: Date, locale: Locale): string {
  const hour = atHour(clockTime(instant, "minutes"), locale);
  return `${longDate(romeParts(instant).date, locale)}, ${hour}`;
}

/** "lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)": how a deadline is always written. */
export function exactMoment(instant: Date, locale: Locale): string {
  const { date, time } = romeParts(instant);
  return `${longDate(date, locale)}, ${atHour(time, locale)} (${zoneName(locale)})`;
}

/** "21/11/2026, ore 11:59:58 (ora italiana, UTC+01:00)": how a receipt writes it. */
export function receiptMoment(instant: Date, locale: Locale): string {
  const { date, time } = romeParts(instant);
  const day = locale === "it" ? numericDate(date) : dateWords(date, locale);
  return `${day}, ${atHour(time, locale)} (${zoneName(locale)}, ${offsetText(instant)})`;
}

/** "mar 24 novembre 2026, 9:12": the short form of staff screens. */
export function staffMoment(instant: Date, locale: Locale): string {
  const { date } = romeParts(instant);
  const day = `${shortWeekdayName(date, locale)} ${dateWords(date, locale)}`;
  return `${day}, ${clockTime(instant, "minutes")}`;
}

function zoneName(locale: Locale): string {
  return locale === "it" ? "ora italiana" : "Italian time";
}
