import type { RefusalReason } from "./rules";

/** What a decision letter says; PDF and verification are made from it alone. */
export type DecisionLetterView = {
  kind: "decisionLetter";
  locale: string;
  body: {
    name: string;
    office: string;
    address: string;
    pec: string;
    email: string;
    phone: string;
  };
  call: { title: string; code: string; link: string };
  application: { code: string; submittedAt: string };
  applicant: { name: string };
  result: "admitted" | "reserve" | "notAdmitted" | "inadmissible";
  reasonCode: RefusalReason | null;
  /** Full sentences (art. 3 L. 241/1990); empty when admitted. */
  reasons: string;
  /** The act that approves the outcome. */
  act: { number: string; date: string };
  decidedAt: string;
  registerNumber: string;
  responsibleOfficer: string;
  /** To whom and by when one can object; empty when admitted. */
  remedy: string;
  /** UTC with microseconds. */
  issuedAt: string;
  verification: { code: string; link: string };
};
