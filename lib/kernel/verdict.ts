/** The answer of a rule: allowed, or refused with the code that the catalogues translate. */
export type Verdict<Reason extends string> =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: Reason };

export const allowed: { readonly ok: true } = Object.freeze({ ok: true });

export function refused<Reason extends string>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}

/**
 * The first refusal in the order given, or `allowed`. Put what the reader can do least about first:
 * a missing answer is no use to somebody who is not eligible.
 */
export function firstRefusal<Reason extends string>(
  ...verdicts: readonly Verdict<Reason>[]
): Verdict<Reason> {
  return verdicts.find((verdict) => !verdict.ok) ?? allowed;
}
