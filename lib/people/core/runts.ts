import { addMonths, type LocalDate } from "@/lib/kernel/local-date";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";

export const RUNTS_PROBLEMS = ["empty", "wrong_character", "too_long"] as const;
export type RuntsProblem = (typeof RUNTS_PROBLEMS)[number];

export type RuntsNumberReading =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly reason: RuntsProblem };

/** Reads a repertory number, written "12345", "n. 12345" or "Rep. n° 012345". */
export function readRuntsNumber(text: string): RuntsNumberReading {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(rep(ertorio)?\.?)?\s*(num(ero)?\.?|n[.°º]?|no\.?)?\s*/, "")
    .replace(/[\s.]/g, "");
  if (bare === "") return { ok: false, reason: "empty" };
  if (!/^\d+$/.test(bare)) return { ok: false, reason: "wrong_character" };
  const number = bare.replace(/^0+(?=\d)/, "");
  return number.length > 7 ? { ok: false, reason: "too_long" } : { ok: true, number };
}

/**
 * Whether a body was enrolled early enough: `minimumMonths` counted back from `reference`, which
 * the call names (often its own publication). An enrolment on the very day counts.
 */
export function mayCountAsEnrolled(
  enrolledOn: LocalDate | null,
  reference: LocalDate,
  minimumMonths: number,
): Verdict<"not_enrolled" | "enrolled_too_recently"> {
  if (enrolledOn === null || enrolledOn > reference) return refused("not_enrolled");
  return enrolledOn <= addMonths(reference, -minimumMonths)
    ? allowed
    : refused("enrolled_too_recently");
}
