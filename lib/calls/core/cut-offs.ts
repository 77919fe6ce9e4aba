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

/** Where an application of a call stands towards its end, or towards its cut-offs. */
export type Arrival = {
  /** After the last good second of a call that takes late ones too. */
  readonly late: boolean;
  /** The cut-off it is assessed at; null where there is none. */
  readonly cutOff: Date | null;
  /** More applications can still come for that cut-off, so none of them is assessed yet. */
  readonly windowOpen: boolean;
};

/** By the end that the call has now: an extension puts in time what was late. */
export function arrivalOf(
  call: { readonly closesAt: Date | null; readonly cutOffs: readonly Date[] },
  receivedAt: Date | string,
  now: Date,
): Arrival {
  if (call.closesAt !== null) {
    return { late: !isInTime(receivedAt, call.closesAt), cutOff: null, windowOpen: false };
  }
  const cutOff = cutOffFor(call.cutOffs, receivedAt);
  return { late: false, cutOff, windowOpen: cutOff !== null && isInTime(now, cutOff) };
}

/** An hour that an author can type has no seconds: 23:59:59 is the end of a day and nothing else. */
export function precisionOf(cutOff: Date | null): DeadlinePrecision {
  return cutOff && romeParts(cutOff).time !== "23:59:59" ? "hour" : "endOfDay";
}
