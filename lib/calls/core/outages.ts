import { isRestDay } from "@/lib/kernel/holidays";
import { addDays } from "@/lib/kernel/local-date";
import { romeInstant, romeParts } from "@/lib/kernel/rome-time";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";

/** What did not work: this site, the identity provider, the mail, the network, something else. */
export const OUTAGE_KINDS = ["platform", "identity", "mail", "network", "other"] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

/** A stretch of time without service; `endedAt` null while it lasts. */
export type OutageTimes = { readonly startedAt: Date; readonly endedAt: Date | null };

/** The term of a call. */
export type Term = { readonly opensAt: Date | null; readonly closesAt: Date | null };

export type OutageRefusal = "in_the_future" | "ends_before_start";

/** Whether an outage may be written down: it began, and did not end before that. */
export function mayRecord(outage: OutageTimes, now: Date): Verdict<OutageRefusal> {
  const { startedAt, endedAt } = outage;
  return firstRefusal<OutageRefusal>(
    startedAt > now || (endedAt !== null && endedAt > now) ? refused("in_the_future") : allowed,
    endedAt !== null && endedAt <= startedAt ? refused("ends_before_start") : allowed,
  );
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The parts of the outages that fell into the term, without counting a moment twice. */
export function lostTime(term: Term, outages: readonly OutageTimes[], now: Date): number {
  return stretches(term, outages, now).reduce((sum, { from, to }) => sum + (to - from), 0);
}

/**
 * The end that outages call for, or null where they call for none: a proposal, which only an act
 * makes true. In proportion to what was lost (the principle of D.lgs. 36/2023, art. 25): the end
 * keeps its hour and moves by whole days, never by less than the time lost; where the last day was
 * touched there is a whole day again from the moment when all worked. Sundays and holidays are
 * passed over. Less than an hour before the last day is no reason to move it.
 */
export function proposedEnd(term: Term, outages: readonly OutageTimes[], now: Date): Date | null {
  const { closesAt } = term;
  const over = outages.filter(({ endedAt }) => endedAt !== null);
  const parts = stretches(term, over, now);
  if (closesAt === null || parts.length === 0) return null;
  const lost = lostTime(term, over, now);
  const end = closesAt.getTime();
  const last = parts.some(({ to }) => to > end - DAY_MS);
  if (!last && lost < HOUR_MS) return null;
  const works = Math.max(
    end,
    ...over.filter(touches(term, now)).map(({ endedAt }) => endedAt?.getTime() ?? end),
  );
  const earliest = last ? works + Math.max(lost, DAY_MS) : end + lost;
  return firstWorkingEnd(closesAt, earliest);
}

/** Whether an outage fell into the term at all. */
export const touches = (term: Term, now: Date) => (outage: OutageTimes) =>
  stretches(term, [outage], now).length > 0;

type Stretch = { from: number; to: number };

function stretches(term: Term, outages: readonly OutageTimes[], now: Date): Stretch[] {
  const { opensAt, closesAt } = term;
  if (opensAt === null || closesAt === null) return [];
  const clipped = outages
    .map(({ startedAt, endedAt }) => ({
      from: Math.max(startedAt.getTime(), opensAt.getTime()),
      // The last good second lasts until the next one begins.
      to: Math.min((endedAt ?? now).getTime(), closesAt.getTime() + SECOND_MS),
    }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  const merged: Stretch[] = [];
  for (const { from, to } of clipped) {
    const before = merged.at(-1);
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

function firstWorkingEnd(closesAt: Date, earliest: number): Date {
  const { date, time } = romeParts(closesAt);
  for (let day = date; ; day = addDays(day, 1)) {
    const end = romeInstant(day, time);
    // On a night of the clock change the hour may not be there once: then it is the next day.
    if (end.ok && end.instant.getTime() >= earliest && !isRestDay(day)) return end.instant;
  }
}
