import type { EmailProblem } from "@/lib/kernel/email-address";
import type { FiscalCodeProblem } from "@/lib/people/core/fiscal-code";
import type { PhoneProblem } from "@/lib/people/core/phone";
import type { RuntsProblem } from "@/lib/people/core/runts";

/** What can be wrong in an answer, besides what the readers of codes and contacts find. */
export const FORM_ERROR_CODES = [
  "required",
  "mustAccept",
  "notEligible",
  "notAnOption",
  "notAMunicipality",
  "text.tooLong",
  "number.notANumber",
  "number.tooSmall",
  "number.tooLarge",
  "number.tooManyDecimals",
  "date.notADate",
  "date.tooEarly",
  "date.tooLate",
  "choices.tooMany",
  "files.tooMany",
  "files.unknown",
  "members.tooFew",
  "members.tooMany",
  "members.nameMissing",
  "members.emailWrong",
  "members.phoneWrong",
  "address.streetMissing",
  "address.postcodeWrong",
  "address.municipalityMissing",
] as const;

/** A key of the catalogue `fields`; dots go one level down. */
export type FieldErrorCode =
  | (typeof FORM_ERROR_CODES)[number]
  | `email.${EmailProblem}`
  | `phone.${PhoneProblem}`
  | `runts.${RuntsProblem}`
  | `fiscalCode.${FiscalCodeProblem}`;

export interface FieldError {
  readonly code: FieldErrorCode;
  /** Figures for the sentence; for rows, `row` counts from 1. */
  readonly params: Readonly<Record<string, string | number>>;
}
