import { romeParts } from "@/lib/kernel/rome-time";
import type { DeadlinePrecision } from "./deadline";
import { isInTime } from "./deadline";

/**
 * The cut-off that an application belongs to: the first whose last good second it reached. Null
 * after the last one, or where none is fixed. With the clock of now it is the next cut-off.
 */
export function cutOffFor(cutOffs: readonly Date[], receivedAt: Date | string): Date | null {
  const inOrder = [...cutOffs].sort((one, other) => one.getTime() - other.getTime());
  return inOrder.find((cutOff) => isInTime(receivedAt, cutOff)) ?? null;
}

/** An hour that an author can type has no seconds: 23:59:59 is the end of a day and nothing else. */
export function precisionOf(cutOff: Date | null): DeadlinePrecision {
  return cutOff && romeParts(cutOff).time !== "23:59:59" ? "hour" : "endOfDay";
}
