import type { LocalDate } from "@/lib/kernel/local-date";
import type { CallEvaluation } from "./evaluation";
import type { HelpDeskHours } from "./publication-warnings";

/** The texts and procedure data of a call, as the official order of the page asks for them. */
export type CallContent = {
  /** "A chi è rivolto", "Come fare", "Cosa serve", "Cosa si ottiene", "Condizioni di servizio". */
  sheet: CallSheet;
  procedure: CallProcedure;
  contacts: CallContacts;
  meetings: PlannedMeeting[];
  documents: CallDocument[];
  /** The last day, in Rome, on which one may ask about the call; left out where one may not. */
  questionsUntil?: LocalDate;
  /** The sum that a call for proposals divides; left out where there is none. */
  funding?: CallFunding;
  /** How applicants are compared; left out where they are not. */
  evaluation?: CallEvaluation;
};

/** Euro, as they are written in the act. */
export type CallFunding = { budget: number; lots: { title: string; amount: number }[] };

export type CallContacts = {
  phone: string;
  email: string;
  /** The hours as people read them. */
  helpHours: string;
  /** The same hours, for the warning that nobody answers in the last hour. */
  desk: HelpDeskHours[];
  address: string;
};

export type CallSheet = {
  description: string;
  audience: string;
  howTo: string;
  needed: string;
  obtained: string;
  conditions: string;
};

/** What L. 241/1990 (arts. 4, 5, 8) wants to be said before a call is published. */
export type CallProcedure = {
  object: string;
  office: string;
  digitalDomicile: string;
  responsibleOfficer: string;
  substituteHolder: string;
  days: number;
  actNumber: string;
  actDate: string;
  privacyNoticeVersion: string;
  remedy: string;
  noticeBoardLink: string;
};

/** A meeting announced by the call; local day and times in Europe/Rome. */
export type PlannedMeeting = { on: string; from: string; to: string; title: string; where: string };

/**
 * A document of the call: stored by hash, shown with format and size. Its id stays the same when
 * another file takes the place of its file.
 */
export type CallDocument = {
  id: string;
  title: string;
  fileHash: string;
  mediaType: string;
  size: number;
};

/** A call of which nothing has been written yet. */
export function emptyContent(): CallContent {
  return {
    sheet: { description: "", audience: "", howTo: "", needed: "", obtained: "", conditions: "" },
    procedure: {
      object: "",
      office: "",
      digitalDomicile: "",
      responsibleOfficer: "",
      substituteHolder: "",
      days: DAYS_OF_THE_PROCEDURE,
      actNumber: "",
      actDate: "",
      privacyNoticeVersion: "",
      remedy: "",
      noticeBoardLink: "",
    },
    contacts: { phone: "", email: "", helpHours: "", desk: [], address: "" },
    meetings: [],
    documents: [],
  };
}

/** L. 241/1990, art. 2: thirty days unless the body has decided another term. */
const DAYS_OF_THE_PROCEDURE = 30;
