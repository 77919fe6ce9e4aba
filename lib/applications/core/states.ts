import { defineTransitions } from "@/lib/kernel/states";

export const APPLICATION_STATES = [
  "draft",
  "submitted",
  "integrationRequested",
  "admissible",
  "inadmissible",
  "admitted",
  "reserve",
  "notAdmitted",
  "offered",
  "declined",
  "expired",
  "withdrawn",
] as const;

export type ApplicationState = (typeof APPLICATION_STATES)[number];

export type ApplicationEvent =
  | "submit"
  | "requestIntegration"
  | "closeIntegration"
  | "declareAdmissible"
  | "declareInadmissible"
  | "reconsider"
  | "admit"
  | "placeInReserve"
  | "rejectOnMerit"
  | "offer"
  | "acceptOffer"
  | "declineOffer"
  | "expireOffer"
  | "withdraw";

/** States in which an application counts as the one of its applicant for a call (domain.md, 1). */
export const LIVE_APPLICATION_STATES = [
  "draft",
  "submitted",
  "integrationRequested",
  "admissible",
  "admitted",
  "reserve",
  "offered",
] as const satisfies readonly ApplicationState[];

/**
 * An open, non-comparative call goes from admissible to admitted by the same event. A decision may
 * be reconsidered until the outcome of the call is published.
 */
export const applicationTransitions = defineTransitions<ApplicationState, ApplicationEvent>({
  draft: { submit: "submitted", withdraw: "withdrawn" },
  submitted: {
    requestIntegration: "integrationRequested",
    declareAdmissible: "admissible",
    declareInadmissible: "inadmissible",
    withdraw: "withdrawn",
  },
  integrationRequested: { closeIntegration: "submitted", withdraw: "withdrawn" },
  admissible: {
    admit: "admitted",
    placeInReserve: "reserve",
    rejectOnMerit: "notAdmitted",
    reconsider: "submitted",
    withdraw: "withdrawn",
  },
  inadmissible: { reconsider: "submitted" },
  admitted: { reconsider: "submitted", withdraw: "withdrawn" },
  reserve: { offer: "offered", withdraw: "withdrawn" },
  notAdmitted: { reconsider: "submitted" },
  offered: {
    acceptOffer: "admitted",
    declineOffer: "declined",
    expireOffer: "expired",
    withdraw: "withdrawn",
  },
  declined: {},
  expired: {},
  withdrawn: {},
});
