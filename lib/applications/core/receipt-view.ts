import type { ApplicationTrack } from "./tracks";

/** A file as the receipt lists it; size in bytes. */
export type ReceiptFile = { name: string; size: number; sha256: string };

/** What comes after the submission; days are local (YYYY-MM-DD), `at` an instant in UTC. */
export type NextStep =
  | { kind: "callCloses"; at: string }
  | { kind: "procedureEnds"; on: string }
  | { kind: "meeting"; on: string; from: string; to: string; title: string; where: string };

/**
 * Everything that the receipt of art. 18-bis L. 241/1990 says; immutable, kept with the issued
 * document. PDFs and pages are drawn from it and from nothing else. No fiscal codes, no free texts.
 */
export type ReceiptView = {
  kind: "receipt";
  locale: string;
  body: {
    name: string;
    ipaCode: string | null;
    office: string;
    address: string;
    pec: string;
    email: string;
    phone: string;
  };
  call: {
    title: string;
    code: string;
    version: number;
    actNumber: string;
    actDate: string;
    /** Absolute address of the call's page. */
    link: string;
  };
  application: {
    id: string;
    code: string;
    /** "0000147/2026" */
    registerNumber: string;
    /** 1 for the first submission, 2 for its first replacement. */
    submission: number;
    /** Register number of the submission that this one replaces. */
    replaces: string | null;
  };
  /** UTC with microseconds: when the request arrived, by the clock of the database. */
  receivedAt: string;
  /** It came after this end (ISO, UTC), and the call takes late ones; left out: in time. */
  late?: string | null;
  applicant: {
    name: string;
    track: ApplicationTrack;
    /** Who pressed the button. */
    submittedBy: string;
    quality: "self" | "representative" | "contactPerson";
  };
  channel: "web" | "desk" | "telephone" | "paper" | "pec";
  /**
   * "mailbox" says that only a mailbox was verified; of the desk, how the person was known; else the
   * level of the identity provider.
   */
  identityLevel: string;
  /** Entered by the desk; left out: by the applicant. Never what stands on an identity document. */
  assisted?: {
    office: string;
    /** UTC with microseconds: when it was entered. */
    enteredAt: string;
    /** When paper or PEC arrived, as the desk declared it: the same as `receivedAt`. */
    arrivedAt: string | null;
    /** Identifier of the PEC, or number in the protocol. */
    reference: string;
  };
  files: ReceiptFile[];
  /** SHA-256 in hex of the canonical JSON (RFC 8785) of the application. */
  digest: string;
  /** Number and day (YYYY-MM-DD) in the body's protocol; null while it is under way. */
  protocol: { number: string; date: string } | null;
  /** Art. 8 L. 241/1990. */
  procedure: {
    object: string;
    responsibleOfficer: string;
    digitalDomicile: string;
    days: number;
    /** YYYY-MM-DD, counted from the end of the call, or from the submission where there is none. */
    endsOn: string;
    remedy: string;
    substituteHolder: string;
    office: string;
  };
  nextSteps: NextStep[];
  /** Texts of the declarations made, in the language of the receipt; the warning of art. 76 follows. */
  declarations: string[];
  privacyNoticeVersion: string;
  verification: { code: string; link: string };
};

/** The receipt of a withdrawal: what was withdrawn, by whom, when. */
export type WithdrawalReceiptView = {
  kind: "withdrawalReceipt";
  locale: string;
  body: ReceiptView["body"];
  call: ReceiptView["call"];
  application: { id: string; code: string; registerNumber: string; withdrawn: string };
  receivedAt: string;
  applicant: ReceiptView["applicant"];
  identityLevel: string;
  verification: ReceiptView["verification"];
};
