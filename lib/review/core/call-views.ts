import type { CallStatus } from "@/lib/calls/core/call-status";

/** Views of the list of calls, as the address names them. */
export const CALL_VIEWS = ["tutti", "bozze", "aperti", "in-istruttoria", "con-esito"] as const;
export type CallView = (typeof CALL_VIEWS)[number];

const STATUSES: Record<CallView, readonly CallStatus[] | undefined> = {
  tutti: undefined,
  bozze: ["draft"],
  aperti: ["scheduled", "upcoming", "open", "alwaysOpen", "closesToday", "suspended"],
  "in-istruttoria": ["closed", "underReview"],
  "con-esito": ["outcomePublished", "archived", "revoked"],
};

export function readCallView(given: string | string[] | undefined): CallView {
  return CALL_VIEWS.find((one) => one === [given].flat()[0]) ?? "tutti";
}

export function inCallView(view: CallView, status: CallStatus): boolean {
  return STATUSES[view]?.includes(status) ?? true;
}
