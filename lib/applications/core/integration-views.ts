import type { ReceiptView } from "./receipt-view";

/**
 * What the office writes to ask for an integration (art. 6 L. 241/1990); PDF, page and verification
 * are drawn from it. An outgoing document: it has a number of the body's register.
 */
export type IntegrationRequestView = Pick<
  ReceiptView,
  "locale" | "body" | "call" | "verification"
> & {
  kind: "integrationRequest";
  registerNumber: string;
  application: { id: string; code: string; submittedAt: string; submittedNumber: string };
  applicant: { name: string };
  /** In the language of who reads it: what is opened, and what is missing in it. */
  items: { label: string; missing: string }[];
  reason: string;
  /** ISO, UTC; the last good second. */
  closesAt: string;
  days: number;
  responsibleOfficer: string;
  /** Where it is answered. */
  answerLink: string;
  /** UTC with microseconds. */
  issuedAt: string;
};

/** The receipt of an answer to the office; what it shares with a first receipt has the same names. */
export type IntegrationReceiptView = Pick<
  ReceiptView,
  | "locale"
  | "body"
  | "call"
  | "application"
  | "receivedAt"
  | "applicant"
  | "channel"
  | "identityLevel"
  | "files"
  | "digest"
  | "verification"
> & {
  kind: "integrationReceipt";
  request: { registerNumber: string; requestedAt: string; closesAt: string };
  /** Questions with another answer than before, in the language of the receipt. */
  changed: string[];
  /** Of what was sent before, and stays as it was. */
  earlier: { registerNumber: string; digest: string };
};
