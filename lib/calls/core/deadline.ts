import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import { atHour, exactMoment, type Locale, longDate } from "@/lib/kernel/rome-words";
import { type ReopenedOnly, reopenedWords } from "./reopening";

/** How a call stops taking applications. The instant is frozen when the author picks it. */
export type Deadline =
  | {
      readonly kind: "fixed";
      readonly closesAt: Date;
      readonly precision: DeadlinePrecision;
      /** False: late applications are accepted and marked. */
      readonly peremptory: boolean;
      readonly reopened: null | "forAll" | "placesLeft";
      /** For whom it was opened again; left out: for all. */
      readonly only?: ReopenedOnly;
    }
  | {
      readonly kind: "rolling";
      /** End of the running window, or null when none is fixed yet. */
      readonly nextCutOff: Date | null;
      readonly precision: DeadlinePrecision;
    };

/** Whether the author gave an hour, or only a day (which then ends at 23:59:59). */
export type DeadlinePrecision = "hour" | "endOfDay";

/**
 * The one sentence about a deadline, the same on page, PDF, mail and feed.
 * It goes to the second because "ore 12.00" means 12:00:00 (Cons. Stato, VI, 8546/2024).
 */
export function deadlineSentence(deadline: Deadline, locale: Locale): string {
  const words = WORDS[locale];
  if (deadline.kind === "rolling") {
    if (deadline.nextCutOff === null) return `${words.always} ${words.clock}`;
    const moment = deadlineMoment(deadline.nextCutOff, deadline.precision, locale);
    return `${words.always} ${words.nextCutOff} ${moment}. ${words.clock}`;
  }
  const moment = deadlineMoment(deadline.closesAt, deadline.precision, locale);
  const whom = deadline.only ? reopenedWords(deadline.only, locale) : "";
  const sentences = [
    ...(deadline.reopened ? [words[deadline.reopened]] : []),
    ...(whom ? [`${words.only}: ${whom}`] : []),
    `${words.until} ${moment}.`,
    ...(deadline.peremptory ? [] : [words.lateAccepted]),
    words.clock,
  ];
  return sentences.join(" ");
}

/** The moment alone, for lists and letters: "lunedì 30 novembre 2026, ore 12:00:00 (ora italiana)". */
export function deadlineMoment(
  closesAt: Date,
  precision: DeadlinePrecision,
  locale: Locale,
): string {
  if (precision === "hour") return exactMoment(closesAt, locale);
  const { date, time } = romeParts(closesAt);
  const words = WORDS[locale];
  return `${longDate(date, locale)}, ${words.endOfDay} (${atHour(time, locale)}), ${words.zone}`;
}

/**
 * The last good second: 12:00:00.999999 is in time for 12:00:00, 12:00:01 is not.
 * Says what `date_trunc('second', received_at) <= closes_at` says in the submitting transaction.
 */
export function isInTime(receivedAt: Date | string | bigint, closesAt: Date): boolean {
  const micros = typeof receivedAt === "bigint" ? receivedAt : microsOf(receivedAt);
  const second = micros - (((micros % 1_000_000n) + 1_000_000n) % 1_000_000n);
  return second <= BigInt(closesAt.getTime()) * 1000n;
}

/** Microseconds since 1970 of a Date or of a timestamp as ISO 8601 or PostgreSQL write it. */
export function microsOf(moment: Date | string): bigint {
  if (moment instanceof Date) return BigInt(moment.getTime()) * 1000n;
  const match = TIMESTAMP.exec(moment);
  const [, date, time, fraction = "", zone = "Z"] = match ?? [];
  const offset = /^[+-]\d{2}$/.test(zone) ? `${zone}:00` : zone;
  const seconds = Date.parse(`${date}T${time}${offset}`);
  if (Number.isNaN(seconds)) throw new RangeError("not a timestamp with an offset");
  return BigInt(seconds) * 1000n + BigInt(fraction.padEnd(6, "0"));
}

/** The same instant without its microseconds. */
export const dateOfExact = (moment: string): Date => new Date(Number(microsOf(moment) / 1000n));

export type CallPhase = "upcoming" | "open" | "closesToday" | "closed";

/** Where a published call stands, from the clock alone. `closesAt` null: always open. */
export function phaseOf(
  call: { readonly opensAt: Date; readonly closesAt: Date | null },
  now: Date,
): CallPhase {
  if (now < call.opensAt) return "upcoming";
  if (call.closesAt === null) return "open";
  if (!isInTime(now, call.closesAt)) return "closed";
  return romeDate(now) === romeDate(call.closesAt) ? "closesToday" : "open";
}

const TIMESTAMP =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}(?::\d{2})?)$/;

const WORDS = {
  it: {
    until: "Puoi presentare la candidatura fino a",
    always: "Puoi presentare la candidatura in ogni momento.",
    nextCutOff: "La prossima valutazione comprende le candidature arrivate fino a",
    forAll: "Il termine è stato riaperto.",
    only: "Vale per",
    placesLeft: "Il termine è stato riaperto solo per i posti rimasti.",
    lateAccepted: "Le candidature che arrivano dopo sono accettate e segnate come tardive.",
    endOfDay: "fine giornata",
    zone: "ora italiana",
    clock: "Fa fede l’orario del sistema.",
  },
  en: {
    until: "You can apply until",
    always: "You can apply at any time.",
    nextCutOff: "The next assessment covers applications received until",
    forAll: "The call has been re-opened.",
    only: "It is for",
    placesLeft: "The call has been re-opened for the remaining places only.",
    lateAccepted: "Applications that arrive later are accepted and marked as late.",
    endOfDay: "end of the day",
    zone: "Italian time",
    clock: "The clock of this system decides.",
  },
} as const;
