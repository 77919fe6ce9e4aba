/** The texts and procedure data of a call, as the official order of the page asks for them. */
export type CallContent = {
  /** "A chi è rivolto", "Come fare", "Cosa serve", "Cosa si ottiene", "Condizioni di servizio". */
  sheet: CallSheet;
  procedure: CallProcedure;
  contacts: { phone: string; email: string; helpHours: string; address: string };
  meetings: PlannedMeeting[];
  documents: CallDocument[];
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

/** A document of the call: stored by hash, shown with format and size. */
export type CallDocument = { title: string; fileHash: string; mediaType: string; size: number };
