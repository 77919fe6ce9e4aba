import type { Locale } from "@/lib/kernel/rome-words";

const UNITS = [
  { seconds: 86_400, it: ["giorno", "giorni"], en: ["day", "days"] },
  { seconds: 3_600, it: ["ora", "ore"], en: ["hour", "hours"] },
  { seconds: 60, it: ["minuto", "minuti"], en: ["minute", "minutes"] },
] as const;

export interface TimeLeft {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** Whole days (of 24 hours), hours and minutes between two instants, rounded down; zero once past. */
export function timeLeft(now: Date, end: Date): TimeLeft {
  const minutes = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000));
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  };
}

/**
 * "4 giorni e 17 ore", "5 ore e 39 minuti", "meno di un minuto": the two largest units, rounded
 * down so that nobody is promised time that is not there. A zero in second place is left out.
 */
export function timeLeftWords(now: Date, end: Date, locale: Locale): string {
  let rest = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 1000));
  const first = UNITS.findIndex((unit) => rest >= unit.seconds);
  if (first === -1) return locale === "it" ? "meno di un minuto" : "less than a minute";
  const words = UNITS.slice(first, first + 2).flatMap((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest %= unit.seconds;
    return count === 0 ? [] : [`${count} ${unit[locale][count === 1 ? 0 : 1]}`];
  });
  return words.join(locale === "it" ? " e " : " and ");
}
