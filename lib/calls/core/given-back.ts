import { isRestDay } from "@/lib/kernel/holidays";
import { addDays } from "@/lib/kernel/local-date";
import { romeInstant, romeParts } from "@/lib/kernel/rome-time";

/** The times of a call whose suspension ends. */
export type Suspended = {
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly suspendedAt: Date;
};

/**
 * The end of a call after its suspension: what was left of the term runs on. The end keeps its hour
 * and moves by whole days, never fewer than were lost, and on from Sundays and holidays; where no
 * time was lost it stays. Rule and sources: docs/decisions/052.
 */
export function endGivenBack(call: Suspended, resumedAt: Date): Date | null {
  const { closesAt, opensAt, suspendedAt } = call;
  if (closesAt === null) return null;
  // A term that would have begun during the suspension begins with its end.
  const since = opensAt && opensAt > suspendedAt ? opensAt : suspendedAt;
  const lost = resumedAt.getTime() - since.getTime();
  if (lost <= 0 || since > closesAt) return closesAt;
  const earliest = closesAt.getTime() + lost;
  const { date, time } = romeParts(closesAt);
  let day = addDays(date, Math.floor(lost / DAY_MS));
  for (;;) {
    const end = romeInstant(day, time);
    // An hour that the night of the clock change does not have once is no end: the next day is.
    if (end.ok && end.instant.getTime() >= earliest && !isRestDay(day)) return end.instant;
    day = addDays(day, 1);
  }
}

const DAY_MS = 86_400_000;
