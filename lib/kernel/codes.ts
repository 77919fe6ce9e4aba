/** Digits and letters that are not taken for one another when read aloud or copied by hand. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PAYLOAD = 12;

export type CodeProblem = "empty" | "too_short" | "too_long" | "wrong_character" | "wrong_check";

export type CodeReading =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly reason: CodeProblem };

/**
 * A verification code such as "K7QF-2M9D-XR4T-8": twelve random characters (60 bits) and a check
 * character that catches every single mistake and every exchange of two characters.
 * @param random at least twelve bytes
 */
export function verificationCode(random: Uint8Array): string {
  if (random.length < PAYLOAD) throw new RangeError("twelve random bytes are needed");
  const values = [...random.slice(0, PAYLOAD)].map((byte) => byte & 31);
  return group([...values, checkValue(values)].map((value) => ALPHABET.charAt(value)).join(""));
}

/** Reads a code as people type it: any case, spaces or dashes anywhere, O for 0, I or L for 1. */
export function normaliseCode(text: string): CodeReading {
  const bare = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212._-]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  if (bare === "") return { ok: false, reason: "empty" };
  const values = [...bare].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return { ok: false, reason: "wrong_character" };
  if (values.length < PAYLOAD + 1) return { ok: false, reason: "too_short" };
  if (values.length > PAYLOAD + 1) return { ok: false, reason: "too_long" };
  if (checkValue(values.slice(0, PAYLOAD)) !== values[PAYLOAD]) {
    return { ok: false, reason: "wrong_check" };
  }
  return { ok: true, code: group(bare) };
}

/** "AVC-2026-0042": code of the body, year, number within them. */
export function applicationCode(bodyCode: string, year: number, number: number): string {
  if (!/^[A-Z][A-Z0-9]{1,7}$/.test(bodyCode)) throw new RangeError("not the code of a body");
  return `${bodyCode}-${fourDigits(year)}-${padded(number, 4)}`;
}

/** "0000042/2026": at least seven digits, from 1 each year (DPCM 3 December 2013, art. 9). */
export function registerNumber(number: number, year: number): string {
  return `${padded(number, 7)}/${fourDigits(year)}`;
}

/** Reads "42/2026" or "0000042/2026"; null if it is no register number. */
export function parseRegisterNumber(text: string): { number: number; year: number } | null {
  const match = /^\s*(\d{1,12})\s*\/\s*(\d{4})\s*$/.exec(text);
  const number = Number(match?.[1]);
  return match && number > 0 ? { number, year: Number(match[2]) } : null;
}

/**
 * Sum of value times a^position in the field of 32 elements. The powers of `a` differ from one
 * another and from zero, so a wrong character or two exchanged ones always change the sum.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value) => timesA(sum ^ value), 0);
}

/** Multiplication by a root of x^5 + x^2 + 1. */
function timesA(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? shifted ^ 0b100101 : shifted;
}

function group(bare: string): string {
  return bare.match(/.{1,4}/g)?.join("-") ?? bare;
}

function fourDigits(year: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError("not a year");
  return String(year);
}

function padded(number: number, digits: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError("numbers start from 1");
  return String(number).padStart(digits, "0");
}
