import { defineTransitions } from "@/lib/kernel/states";

/** "Open" and "closed" are not here: they are read from the clock, see deadline.ts. */
export const CALL_STATES = [
  "draft",
  "published",
  "suspended",
  "underReview",
  "outcomePublished",
  "archived",
  "revoked",
] as const;

export type CallState = (typeof CALL_STATES)[number];

export type CallEvent =
  | "publish"
  | "suspend"
  | "resume"
  | "startReview"
  | "reopen"
  | "publishOutcome"
  | "archive"
  | "revoke";

export const callTransitions = defineTransitions<CallState, CallEvent>({
  draft: { publish: "published" },
  published: { suspend: "suspended", startReview: "underReview", revoke: "revoked" },
  suspended: { resume: "published", revoke: "revoked" },
  // Places may be left when the applications have been looked at: docs/decisions/052.
  underReview: { publishOutcome: "outcomePublished", reopen: "published", revoke: "revoked" },
  outcomePublished: { archive: "archived" },
  archived: {},
  revoked: {},
});
