import type { CallState } from "@/lib/calls/core/states";
import type { ApplicationState } from "./states";

/** What an outcome tells; until it is out the office may still take each of these back. */
const DECIDED: readonly ApplicationState[] = [
  "admissible",
  "inadmissible",
  "admitted",
  "reserve",
  "notAdmitted",
];

/**
 * Whether decisions on the applications of a call are told: once its outcome is published, or, where
 * a call never closes and has none, as they are taken.
 */
export function decisionsAreTold(call: { state: CallState; closesAt: Date | null }): boolean {
  return call.state === "outcomePublished" || call.state === "archived" || call.closesAt === null;
}

/**
 * Where an application stands for those who sent it: the one status of their list, its page and
 * what follows from it. Nobody learns of a decision, nor that there is one, before the outcome.
 */
export function toldState(
  state: ApplicationState,
  call: { state: CallState; closesAt: Date | null },
): ApplicationState {
  if (decisionsAreTold(call)) return state;
  if (state !== "submitted" && !DECIDED.includes(state)) return state;
  return call.state === "underReview" ? "admissible" : "submitted";
}
