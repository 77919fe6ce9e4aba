import type { CallSheet, PlannedMeeting } from "./content";
import type { CallEvaluation } from "./evaluation";

/** The call as it is printed and hung up: one version of it, for good. */
export type CallNoticeView = {
  kind: "callNotice";
  locale: string;
  body: {
    name: string;
    office: string;
    address: string;
    pec: string;
    email: string;
    phone: string;
  };
  call: {
    title: string;
    summary: string;
    /** "2026/7" */
    code: string;
    version: number;
    audiences: string[];
    zone: string;
    places: number | null;
    minimumAge: number | null;
    /** The one sentence about the deadline. */
    deadline: string;
    /** Absolute address of the call's page. */
    link: string;
    /** The short address, absolute. */
    short: string;
  };
  sheet: CallSheet;
  meetings: PlannedMeeting[];
  procedure: {
    object: string;
    office: string;
    responsibleOfficer: string;
    substituteHolder: string;
    act: { number: string; date: string } | null;
    remedy: string;
  };
  /** How applicants are compared; left out where they are not. */
  evaluation?: CallEvaluation;
  contacts: { phone: string; email: string; hours: string };
  /** UTC. */
  issuedAt: string;
  verification: { code: string; link: string };
};
