/** What can be wrong in a fiscal code or partita IVA; catalogue `fields.fiscalCode`. */
export const FISCAL_CODE_PROBLEMS = [
  "empty",
  "digits_missing",
  "too_many_digits",
  "characters_missing",
  "too_many_characters",
  "wrong_characters",
  "wrong_check_character",
  "impossible_birth_date",
  "person_instead_of_body",
  "not_assigned",
] as const;

export type FiscalCodeProblem = (typeof FISCAL_CODE_PROBLEMS)[number];

export interface FiscalCodeRefusal {
  readonly ok: false;
  readonly reason: FiscalCodeProblem;
  /** `written` and `needed` for a wrong length: "Hai scritto 10 cifre: ne servono 11". */
  readonly params: Readonly<Record<string, number>>;
}

export type FiscalCodeReading<Kind extends string> =
  | { readonly ok: true; readonly code: string; readonly kind: Kind }
  | FiscalCodeRefusal;

/** Reads the fiscal code of a body: eleven digits of which the last is a check. */
export function readBodyFiscalCode(text: string): FiscalCodeReading<"body"> {
  const digits = readElevenDigits(text);
  return typeof digits === "string" ? { ok: true, code: digits, kind: "body" } : digits;
}

/** Reads a partita IVA: eleven digits, a check digit and a tax office that exists. */
export function readPartitaIva(text: string): FiscalCodeReading<"partitaIva"> {
  const digits = readElevenDigits(text.trim().replace(/^it/i, ""));
  if (typeof digits !== "string") return digits;
  const office = Number(digits.slice(7, 10));
  const exists = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
  if (!exists) return { ok: false, reason: "not_assigned", params: {} };
  return { ok: true, code: digits, kind: "partitaIva" };
}

/** Upper case, without the spaces, dashes and dots that people put in. */
export function compactCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s.\-\u2010-\u2015]/g, "")
    .toUpperCase();
}

/** Luhn's check over eleven digits. */
export function hasCheckDigit(eleven: string): boolean {
  const sum = [...eleven].reduce((total, character, index) => {
    const doubled = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export function lengthProblem(
  code: string,
  needed: number,
  what: "digit" | "character",
): FiscalCodeRefusal | null {
  const written = code.length;
  if (written === needed) return null;
  const reason = written < needed ? (`${what}s_missing` as const) : (`too_many_${what}s` as const);
  return { ok: false, reason, params: { written, needed } };
}

function readElevenDigits(text: string): string | FiscalCodeRefusal {
  const code = compactCode(text);
  if (code === "") return { ok: false, reason: "empty", params: {} };
  if (/^[A-Z]{6}[0-9A-Z]{10}$/.test(code)) {
    return { ok: false, reason: "person_instead_of_body", params: {} };
  }
  if (!/^\d+$/.test(code)) return { ok: false, reason: "wrong_characters", params: {} };
  const length = lengthProblem(code, 11, "digit");
  if (length) return length;
  if (!hasCheckDigit(code)) return { ok: false, reason: "wrong_check_character", params: {} };
  return /^0+$/.test(code) ? { ok: false, reason: "not_assigned", params: {} } : code;
}
