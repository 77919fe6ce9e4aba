import type { Deadline } from "@/lib/calls/core/deadline";
import { phaseOf } from "@/lib/calls/core/deadline";
import type { CallState } from "@/lib/calls/core/states";

/** The columns of a call that say where it stands in time. */
export type CallTimes = {
  readonly state: CallState;
  readonly opensAt: Date | null;
  /** The last good second; null: always open. */
  readonly closesAt: Date | null;
  /** What the author wrote; null: only a day. */
  readonly closesAtTime: string | null;
  readonly peremptory: boolean;
};

/** Where a call stands for its readers: the state, and for a published one the clock. */
export type CallStatus =
  | "draft"
  | "upcoming"
  | "open"
  | "alwaysOpen"
  | "closesToday"
  | "closed"
  | "suspended"
  | "underReview"
  | "outcomePublished"
  | "archived"
  | "revoked";

/** The groups of a list of calls, in the order they are shown. */
export const CALL_GROUPS = ["open", "upcoming", "closed"] as const;
export type CallGroup = (typeof CALL_GROUPS)[number];

/** Derived from the clock at every reading: no job opens or closes a call. */
export function statusOf(call: CallTimes, now: Date): CallStatus {
  if (call.state !== "published") return call.state;
  if (call.opensAt === null) return "upcoming";
  const phase = phaseOf({ opensAt: call.opensAt, closesAt: call.closesAt }, now);
  return phase === "open" && call.closesAt === null ? "alwaysOpen" : phase;
}

export function groupOf(status: CallStatus): CallGroup {
  if (status === "open" || status === "alwaysOpen" || status === "closesToday") return "open";
  return status === "upcoming" ? "upcoming" : "closed";
}

/** The deadline as the one sentence wants it. */
export function deadlineOf(call: Omit<CallTimes, "state" | "opensAt">): Deadline {
  const precision = call.closesAtTime === null ? "endOfDay" : "hour";
  if (call.closesAt === null) return { kind: "rolling", nextCutOff: null, precision };
  return {
    kind: "fixed",
    closesAt: call.closesAt,
    precision,
    peremptory: call.peremptory,
    reopened: null,
  };
}
