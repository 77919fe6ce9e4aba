import type { Localised } from "@/lib/calls/core/form-definition";
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
  "notInZone",
  "parts",
  "rows.tooFew",
  "rows.tooMany",
  "budget.itemMissing",
  "budget.amountMissing",
  "budget.totalTooSmall",
  "budget.totalTooLarge",
  "budget.columnTooLarge",
  "budget.shareTooLarge",
  "slots.tooFew",
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
  /** Words of the form itself for the sentence; `reason` is the whole sentence. */
  readonly labels?: Readonly<Record<string, Localised>>;
  /** What is wrong inside a block ("email") or in rows ("2.email"), counted from 0. */
  readonly parts?: Readonly<Record<string, FieldError>>;
}

/** What may be chosen, and how strictly an answer is judged. */
export interface ValidationMode {
  /** A draft may have gaps; what is sent may not. */
  readonly mode: "draft" | "submit";
  /** ISTAT codes that may be chosen; left out: any code of the right shape. */
  readonly municipalities?: ReadonlySet<string>;
  /** Those of the zone of the call; left out: as above. */
  readonly zoneMunicipalities?: ReadonlySet<string>;
}

export function fieldError(
  code: FieldErrorCode,
  params: FieldError["params"] = {},
  labels?: FieldError["labels"],
): FieldError {
  return { code, params, ...(labels && { labels }) };
}
