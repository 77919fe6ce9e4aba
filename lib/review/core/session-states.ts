import { defineTransitions } from "@/lib/kernel/states";

export const REVIEW_SESSION_STATES = ["planned", "open", "closed"] as const;

export type ReviewSessionState = (typeof REVIEW_SESSION_STATES)[number];
export type ReviewSessionEvent = "open" | "close";

/** Scores lock when a session closes, so a closed session never opens again. */
export const reviewSessionTransitions = defineTransitions<ReviewSessionState, ReviewSessionEvent>({
  planned: { open: "open" },
  open: { close: "closed" },
  closed: {},
});
