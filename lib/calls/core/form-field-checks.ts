import type { AddressAnswer, Answer, MemberAnswer } from "@/lib/calls/core/form-answers";
import {
  checkBudget,
  checkRows,
  checkSlots,
  partErrors,
} from "@/lib/calls/core/form-composite-checks";
import type {
  CheckboxesField,
  DateField,
  Field,
  NumberField,
  Option,
} from "@/lib/calls/core/form-definition";
import {
  type FieldError,
  fieldError,
  type ValidationMode,
} from "@/lib/calls/core/form-field-errors";
import type { PartsAnswer } from "@/lib/calls/core/form-parts";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { isUuid } from "@/lib/kernel/ids";
import { isLocalDate } from "@/lib/kernel/local-date";
import {
  type FiscalCodeReading,
  readBodyFiscalCode,
  readPartitaIva,
} from "@/lib/people/core/fiscal-code";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { readPersonFiscalCode } from "@/lib/people/core/person-fiscal-code";
import { readPhone } from "@/lib/people/core/phone";
import { readRuntsNumber } from "@/lib/people/core/runts";

const LINE_LENGTH = 200;
const TEXT_LENGTH = 2000;
const MAX_MEMBERS = 50;

/** How to judge, and the legal nature of the applicant where it is known. */
export type Judged = ValidationMode & { readonly nature: LegalNature | null };

/** What is wrong with an answer that was given and read by `readAnswer`; null if nothing is. */
export function checkAnswer(field: Field, answer: Answer, given: Judged): FieldError | null {
  const { municipalities, zoneMunicipalities } = given;
  switch (field.type) {
    case "info":
    case "declaration":
    case "yesNo":
      return null;
    case "text":
      return checkLength(String(answer), field.maxLength ?? LINE_LENGTH);
    case "longText":
      return checkLength(String(answer), field.maxLength ?? TEXT_LENGTH);
    case "number":
    case "decimal":
    case "money":
      return checkNumber(field, answer);
    case "date":
      return checkDate(field, String(answer));
    case "radio":
    case "select":
      return checkOption(field.options, String(answer));
    case "checkboxes":
      return checkChoices(field, answer as readonly string[]);
    case "legalNature":
      return field.admitted.some((one) => one === answer) ? null : fieldError("notAnOption");
    case "municipality":
      return (
        checkMunicipality(String(answer), municipalities) ??
        checkZone(field.within, String(answer), zoneMunicipalities)
      );
    case "file":
      return checkFiles(answer as readonly string[], field.maxFiles ?? 1);
    case "address":
      return checkAddress(answer as AddressAnswer, municipalities);
    case "members":
      return checkMembers(answer as readonly MemberAnswer[], field);
    case "person":
    case "organisation": {
      const parts = partErrors(field, answer as PartsAnswer, given, checkAnswer);
      return Object.keys(parts).length > 0 ? { ...fieldError("parts"), parts } : null;
    }
    case "group":
      return checkRows(field, answer as readonly PartsAnswer[], given, checkAnswer);
    case "budget":
      return checkBudget(field, answer as readonly PartsAnswer[], given, checkAnswer);
    case "availability":
      return checkSlots(field, answer as readonly string[]);
    default:
      return checkIdentity(field.type, String(answer));
  }
}

function checkIdentity(
  type: "email" | "pec" | "phone" | "runts" | "fiscalCodePerson" | "fiscalCodeBody" | "partitaIva",
  text: string,
): FieldError | null {
  switch (type) {
    case "email":
    case "pec": {
      const reading = readEmailAddress(text);
      return reading.ok ? null : fieldError(`email.${reading.reason}`);
    }
    case "phone": {
      const reading = readPhone(text);
      return reading.ok ? null : fieldError(`phone.${reading.reason}`);
    }
    case "runts": {
      const reading = readRuntsNumber(text);
      return reading.ok ? null : fieldError(`runts.${reading.reason}`);
    }
    case "fiscalCodePerson":
      return fiscalCodeError(readPersonFiscalCode(text));
    case "fiscalCodeBody":
      return fiscalCodeError(readBodyFiscalCode(text));
    case "partitaIva":
      return fiscalCodeError(readPartitaIva(text));
  }
}

function fiscalCodeError(reading: FiscalCodeReading<string>): FieldError | null {
  return reading.ok ? null : fieldError(`fiscalCode.${reading.reason}`, reading.params);
}

function checkLength(text: string, max: number): FieldError | null {
  const written = [...text].length;
  return written > max ? fieldError("text.tooLong", { max, written }) : null;
}

function checkNumber(field: NumberField, answer: Answer): FieldError | null {
  if (typeof answer !== "number" || !Number.isFinite(answer))
    return fieldError("number.notANumber");
  const { min, max, decimals = field.type === "number" ? 0 : 2 } = field;
  if (min !== undefined && answer < min) return fieldError("number.tooSmall", { min });
  if (max !== undefined && answer > max) return fieldError("number.tooLarge", { max });
  return Number(answer.toFixed(decimals)) === answer
    ? null
    : fieldError("number.tooManyDecimals", { decimals });
}

function checkDate({ min, max }: DateField, text: string): FieldError | null {
  if (!isLocalDate(text)) return fieldError("date.notADate");
  if (min !== undefined && text < min) return fieldError("date.tooEarly", { min });
  return max !== undefined && text > max ? fieldError("date.tooLate", { max }) : null;
}

function checkOption(options: readonly Option[], value: string): FieldError | null {
  const option = options.find((one) => one.value === value);
  if (!option) return fieldError("notAnOption");
  return option.excludes
    ? fieldError("notEligible", { option: value }, { reason: option.excludes })
    : null;
}

function checkChoices(field: CheckboxesField, values: readonly string[]): FieldError | null {
  const { maxChoices: max } = field;
  if (max !== undefined && values.length > max) return fieldError("choices.tooMany", { max });
  const wrong = values.map((value) => checkOption(field.options, value));
  return wrong.find((one) => one !== null) ?? null;
}

function checkMunicipality(code: string, known?: ReadonlySet<string>): FieldError | null {
  const exists = known ? known.has(code) : /^\d{6}$/.test(code);
  return exists ? null : fieldError("notAMunicipality");
}

function checkZone(
  within: "zone" | undefined,
  code: string,
  zone: ReadonlySet<string> | undefined,
): FieldError | null {
  return within && zone && !zone.has(code) ? fieldError("notInZone") : null;
}

function checkFiles(ids: readonly string[], max: number): FieldError | null {
  if (ids.length > max) return fieldError("files.tooMany", { max });
  return ids.every(isUuid) ? null : fieldError("files.unknown");
}

function checkAddress(address: AddressAnswer, known?: ReadonlySet<string>): FieldError | null {
  if (address.street === "") return fieldError("address.streetMissing");
  if (!/^\d{5}$/.test(address.postcode)) return fieldError("address.postcodeWrong");
  if (address.municipality === "") return fieldError("address.municipalityMissing");
  return checkMunicipality(address.municipality, known) ?? checkLength(address.street, LINE_LENGTH);
}

function checkMembers(
  members: readonly MemberAnswer[],
  limits: { readonly minMembers?: number; readonly maxMembers?: number },
): FieldError | null {
  const { minMembers: min = 1, maxMembers: max = MAX_MEMBERS } = limits;
  for (const [index, member] of members.entries()) {
    const row = index + 1;
    if (member.firstName === "" || member.lastName === "") {
      return fieldError("members.nameMissing", { row });
    }
    if (member.email !== "" && !readEmailAddress(member.email).ok) {
      return fieldError("members.emailWrong", { row });
    }
    if (member.phone !== "" && !readPhone(member.phone).ok) {
      return fieldError("members.phoneWrong", { row });
    }
    const long = Object.values(member).map((part) => checkLength(part, LINE_LENGTH));
    const tooLong = long.find((one) => one !== null);
    if (tooLong) return { ...tooLong, params: { ...tooLong.params, row } };
  }
  const count = members.length;
  if (count < min) return fieldError("members.tooFew", { min, count });
  return count > max ? fieldError("members.tooMany", { max, count }) : null;
}
