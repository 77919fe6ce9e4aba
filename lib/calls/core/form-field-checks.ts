import type { AddressAnswer, Answer, MemberAnswer } from "@/lib/calls/core/form-answers";
import type {
  CheckboxesField,
  DateField,
  Field,
  NumberField,
  Option,
} from "@/lib/calls/core/form-definition";
import type { FieldError, FieldErrorCode } from "@/lib/calls/core/form-field-errors";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { isUuid } from "@/lib/kernel/ids";
import { isLocalDate } from "@/lib/kernel/local-date";
import {
  type FiscalCodeReading,
  readBodyFiscalCode,
  readPartitaIva,
} from "@/lib/people/core/fiscal-code";
import { readPersonFiscalCode } from "@/lib/people/core/person-fiscal-code";
import { readPhone } from "@/lib/people/core/phone";
import { readRuntsNumber } from "@/lib/people/core/runts";

const LINE_LENGTH = 200;
const TEXT_LENGTH = 2000;
const MAX_MEMBERS = 50;

/** What is wrong with an answer that was given and read by `readAnswer`; null if nothing is. */
export function checkAnswer(
  field: Field,
  answer: Answer,
  municipalities?: ReadonlySet<string>,
): FieldError | null {
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
      return checkNumber(field, answer);
    case "date":
      return checkDate(field, String(answer));
    case "radio":
    case "select":
      return checkOption(field.options, String(answer));
    case "checkboxes":
      return checkChoices(field, answer as readonly string[]);
    case "legalNature":
      return field.admitted.some((one) => one === answer) ? null : error("notAnOption");
    case "municipality":
      return checkMunicipality(String(answer), municipalities);
    case "file":
      return checkFiles(answer as readonly string[], field.maxFiles ?? 1);
    case "address":
      return checkAddress(answer as AddressAnswer, municipalities);
    case "members":
      return checkMembers(answer as readonly MemberAnswer[], field);
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
      return reading.ok ? null : error(`email.${reading.reason}`);
    }
    case "phone": {
      const reading = readPhone(text);
      return reading.ok ? null : error(`phone.${reading.reason}`);
    }
    case "runts": {
      const reading = readRuntsNumber(text);
      return reading.ok ? null : error(`runts.${reading.reason}`);
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
  return reading.ok ? null : error(`fiscalCode.${reading.reason}`, reading.params);
}

function checkLength(text: string, max: number): FieldError | null {
  const written = [...text].length;
  return written > max ? error("text.tooLong", { max, written }) : null;
}

function checkNumber(field: NumberField, answer: Answer): FieldError | null {
  if (typeof answer !== "number" || !Number.isFinite(answer)) return error("number.notANumber");
  const { min, max, decimals = 0 } = field;
  if (min !== undefined && answer < min) return error("number.tooSmall", { min });
  if (max !== undefined && answer > max) return error("number.tooLarge", { max });
  return Number(answer.toFixed(decimals)) === answer
    ? null
    : error("number.tooManyDecimals", { decimals });
}

function checkDate({ min, max }: DateField, text: string): FieldError | null {
  if (!isLocalDate(text)) return error("date.notADate");
  if (min !== undefined && text < min) return error("date.tooEarly", { min });
  return max !== undefined && text > max ? error("date.tooLate", { max }) : null;
}

function checkOption(options: readonly Option[], value: string): FieldError | null {
  const option = options.find((one) => one.value === value);
  if (!option) return error("notAnOption");
  return option.excludes ? error("notEligible", { option: value }) : null;
}

function checkChoices(field: CheckboxesField, values: readonly string[]): FieldError | null {
  const { maxChoices: max } = field;
  if (max !== undefined && values.length > max) return error("choices.tooMany", { max });
  const wrong = values.map((value) => checkOption(field.options, value));
  return wrong.find((one) => one !== null) ?? null;
}

function checkMunicipality(code: string, known?: ReadonlySet<string>): FieldError | null {
  const exists = known ? known.has(code) : /^\d{6}$/.test(code);
  return exists ? null : error("notAMunicipality");
}

function checkFiles(ids: readonly string[], max: number): FieldError | null {
  if (ids.length > max) return error("files.tooMany", { max });
  return ids.every(isUuid) ? null : error("files.unknown");
}

function checkAddress(address: AddressAnswer, known?: ReadonlySet<string>): FieldError | null {
  if (address.street === "") return error("address.streetMissing");
  if (!/^\d{5}$/.test(address.postcode)) return error("address.postcodeWrong");
  if (address.municipality === "") return error("address.municipalityMissing");
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
      return error("members.nameMissing", { row });
    }
    if (member.email !== "" && !readEmailAddress(member.email).ok) {
      return error("members.emailWrong", { row });
    }
    if (member.phone !== "" && !readPhone(member.phone).ok) {
      return error("members.phoneWrong", { row });
    }
    const long = Object.values(member).map((part) => checkLength(part, LINE_LENGTH));
    const tooLong = long.find((one) => one !== null);
    if (tooLong) return { ...tooLong, params: { ...tooLong.params, row } };
  }
  const count = members.length;
  if (count < min) return error("members.tooFew", { min, count });
  return count > max ? error("members.tooMany", { max, count }) : null;
}

function error(
  code: FieldErrorCode,
  params: Readonly<Record<string, string | number>> = {},
): FieldError {
  return { code, params };
}
