import type { Reopened } from "@/lib/calls/core/act-kinds";
import type { Deadline } from "@/lib/calls/core/deadline";
import { phaseOf } from "@/lib/calls/core/deadline";
import type { CallState } from "@/lib/calls/core/states";
import { cutOffFor, precisionOf } from "./cut-offs";
import type { ReopenedOnly } from "./reopening";

/** The columns of a call that say where it stands in time. */
export type CallTimes = {
  readonly state: CallState;
  readonly opensAt: Date | null;
  /** The last good second; null: always open. */
  readonly closesAt: Date | null;
  /** What the author wrote; null: only a day. */
  readonly closesAtTime: string | null;
  readonly peremptory: boolean;
  /** When it becomes public; it may lie ahead. Left out where only what is public is read. */
  readonly publishedAt?: Date | null;
  /** How its end was opened again, the last time. */
  readonly reopened: Reopened | null;
};

/** Where a call stands for its readers: the state, and for a published one the clock. */
export type CallStatus =
  | "draft"
  | "scheduled"
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
export function statusOf(
  call: Pick<CallTimes, "state" | "opensAt" | "closesAt" | "publishedAt">,
  now: Date,
): CallStatus {
  if (call.state !== "published") return call.state;
  if (call.publishedAt && now < call.publishedAt) return "scheduled";
  if (call.opensAt === null) return "upcoming";
  const phase = phaseOf({ opensAt: call.opensAt, closesAt: call.closesAt }, now);
  return phase === "open" && call.closesAt === null ? "alwaysOpen" : phase;
}

export function groupOf(status: CallStatus): CallGroup {
  if (status === "open" || status === "alwaysOpen" || status === "closesToday") return "open";
  return status === "upcoming" || status === "scheduled" ? "upcoming" : "closed";
}

/** Whether everybody may read it: it was published, and the moment of its publication has come. */
export function isPublic(call: { state: string; publishedAt: Date | null }, now: Date): boolean {
  return call.state !== "draft" && call.publishedAt !== null && call.publishedAt <= now;
}

/** The deadline as the one sentence wants it. */
export function deadlineOf(
  call: Pick<CallTimes, "closesAt" | "closesAtTime" | "peremptory" | "reopened"> &
    ReopenedOnly & { readonly cutOffs: readonly Date[] },
  now: Date,
): Deadline {
  if (call.closesAt === null) {
    const nextCutOff = cutOffFor(call.cutOffs, now);
    return { kind: "rolling", nextCutOff, precision: precisionOf(nextCutOff) };
  }
  const precision = call.closesAtTime === null ? "endOfDay" : "hour";
  return {
    kind: "fixed",
    closesAt: call.closesAt,
    precision,
    peremptory: call.peremptory,
    reopened: call.reopened,
    only: call,
  };
}
