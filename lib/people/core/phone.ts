/** What can be wrong in a telephone number; catalogue `fields.phone`. */
export const PHONE_PROBLEMS = ["empty", "wrong_character", "too_short", "too_long"] as const;

export type PhoneProblem = (typeof PHONE_PROBLEMS)[number];

export type PhoneReading =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly reason: PhoneProblem };

/**
 * A number as it can be dialled, "+390564000000". Without a prefix it is Italian; the zero of
 * Italian area codes stays, as it is dialled also from abroad.
 */
export function readPhone(text: string): PhoneReading {
  const bare = text.normalize("NFKC").replace(/[\s().\-/\u2010-\u2015]/g, "");
  if (bare === "") return { ok: false, reason: "empty" };
  const withPlus = bare.replace(/^00/, "+");
  if (!/^\+?\d+$/.test(withPlus)) return { ok: false, reason: "wrong_character" };
  const number = withPlus.startsWith("+") ? withPlus : `+39${withPlus}`;
  const digits = number.length - 1;
  if (digits < 8) return { ok: false, reason: "too_short" };
  if (digits > 15) return { ok: false, reason: "too_long" };
  return { ok: true, number };
}
