import { isLocalDate, type LocalDate, localDate } from "@/lib/kernel/local-date";
import {
  compactCode,
  type FiscalCodeReading,
  hasCheckDigit,
  lengthProblem,
} from "@/lib/people/core/fiscal-code";

const LETTER_SHAPE = /^[A-Z]{6}[0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/;
const MONTHS = "ABCDEHLMPRST";
/** Letters that stand for 0 to 9 when two people would have the same code (omocodia). */
const OMOCODIA = "LMNPQRSTUV";
/** Values of characters in odd places, for 0-9 or A-J, then K-Z (DM 23 December 1976). */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/**
 * Reads the fiscal code of a natural person: sixteen characters, also with omocodia, or the eleven
 * digits of a provisional code. Spaces, dashes and lower case are accepted.
 */
export function readPersonFiscalCode(text: string): FiscalCodeReading<"person" | "provisional"> {
  const code = compactCode(text);
  if (code === "") return { ok: false, reason: "empty", params: {} };
  if (/^\d+$/.test(code)) return readProvisional(code);
  const length = lengthProblem(code, 16, "character");
  if (length) return length;
  if (!LETTER_SHAPE.test(code)) return { ok: false, reason: "wrong_characters", params: {} };
  if (personCheckCharacter(code.slice(0, 15)) !== code.at(-1)) {
    return { ok: false, reason: "wrong_check_character", params: {} };
  }
  if (!birthFrom(code, 2000)) return { ok: false, reason: "impossible_birth_date", params: {} };
  return { ok: true, code, kind: "person" };
}

function readProvisional(code: string): FiscalCodeReading<"provisional"> {
  const length = lengthProblem(code, 11, "digit");
  if (length) return length;
  if (!hasCheckDigit(code)) return { ok: false, reason: "wrong_check_character", params: {} };
  return { ok: true, code, kind: "provisional" };
}

/** The sixteenth character for the first fifteen. */
export function personCheckCharacter(fifteen: string): string {
  const sum = [...fifteen].reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

export interface BirthInCode {
  readonly date: LocalDate;
  readonly sex: "F" | "M";
  /** Cadastral code of the municipality, or Z and three digits for a country. */
  readonly place: string;
}

/**
 * What a sixteen-character code says about birth. The century is not in it: the date is the last
 * one possible up to `latestYear`. Null for a day that does not exist.
 */
export function birthFrom(code: string, latestYear: number): BirthInCode | null {
  const digits = (from: number, to: number) =>
    Number([...code.slice(from, to)].map(digitBehind).join(""));
  const month = MONTHS.indexOf(code.charAt(8)) + 1;
  const day = digits(9, 11);
  const female = day > 40;
  const recent = latestYear - ((((latestYear - digits(6, 8)) % 100) + 100) % 100);
  // 29 February needs a leap year: where the last century fails, the one before may do.
  const date = [recent, recent - 100]
    .map((year) => localDate(year, month, female ? day - 40 : day))
    .find(isLocalDate);
  if (month === 0 || date === undefined) return null;
  const place = code.charAt(11) + [...code.slice(12, 15)].map(digitBehind).join("");
  return { date, sex: female ? "F" : "M", place };
}

/** The code as it would be without omocodia, to recognise one person under two codes. */
export function withoutOmocodia(code: string): string {
  const fifteen = [...code.slice(0, 15)]
    .map((character, index) => (DIGIT_PLACES.has(index) ? digitBehind(character) : character))
    .join("");
  return fifteen + personCheckCharacter(fifteen);
}

const DIGIT_PLACES = new Set([6, 7, 9, 10, 12, 13, 14]);

function digitBehind(character: string): string {
  const value = OMOCODIA.indexOf(character);
  return value === -1 ? character : String(value);
}
