import { isInTime, microsOf } from "@/lib/calls/core/deadline";
import type { Timing } from "./rules";

/**
 * Where an instant falls in the time of a call, for pages; says what `timingSql` says in the
 * submitting transaction. `receivedAt` may carry microseconds as a text.
 */
export function timingOf(
  call: { opensAt: Date | null; closesAt: Date | null },
  receivedAt: Date | string,
): Timing {
  if (call.opensAt === null || microsOf(receivedAt) < microsOf(call.opensAt)) return "early";
  return call.closesAt === null || isInTime(receivedAt, call.closesAt) ? "inTime" : "late";
}
