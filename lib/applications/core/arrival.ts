import { isInTime, microsOf } from "@/lib/calls/core/deadline";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { type AssistedChannel, arrivesBefore } from "./channels";

export type ArrivalProblem = "arrival_missing" | "in_the_future" | "before_opening";

/**
 * Whether the desk may declare this moment of arrival: for paper and PEC only, not ahead of the
 * clock, and not before the call took anything. Whether it is in time is asked elsewhere, by the
 * rule that holds for everybody.
 */
export function mayHaveArrived(
  given: { channel: AssistedChannel; arrivedAt: Date | null },
  opensAt: Date | null,
  now: Date | string,
): Verdict<ArrivalProblem> {
  if (!arrivesBefore(given.channel)) return allowed;
  if (given.arrivedAt === null) return refused("arrival_missing");
  if (microsOf(given.arrivedAt) > microsOf(now)) return refused("in_the_future");
  const early = opensAt === null || given.arrivedAt < opensAt;
  return early ? refused("before_opening") : allowed;
}

/** The moment that the end is compared with: the arrival of paper and PEC, else the clock. */
export function countedFrom(
  given: { channel: AssistedChannel; arrivedAt: Date | null },
  clock: string,
): string {
  return arrivesBefore(given.channel) && given.arrivedAt ? exactly(given.arrivedAt) : clock;
}

/** What is entered when the call is over has come before, and needs a reason. */
export function needsLateReason(closesAt: Date | null, clock: string): boolean {
  return closesAt !== null && !isInTime(clock, closesAt);
}

/** As legal times are written: UTC with microseconds. */
export function exactly(moment: Date): string {
  return moment.toISOString().replace("Z", "000Z");
}
