/** What can be wrong in an address; catalogue `fields.email`. */
export const EMAIL_PROBLEMS = [
  "empty",
  "no_at",
  "several_ats",
  "wrong_character",
  "wrong_name",
  "wrong_domain",
  "too_long",
] as const;

export type EmailProblem = (typeof EMAIL_PROBLEMS)[number];

export type EmailReading =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly reason: EmailProblem };

/** Dot-atom of RFC 5322 in ASCII: no quotes, comments, commas or routes. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const TOP_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Normalises first, then checks, then the result alone may be stored, compared and written to:
 * the full-width at sign and its kin must not slip past the check. Lower case throughout, so that
 * one mailbox is one account.
 */
export function readEmailAddress(text: string): EmailReading {
  const address = text.normalize("NFKC").trim().toLowerCase();
  if (address === "") return { ok: false, reason: "empty" };
  if (!/^[\x21-\x7e]+$/.test(address)) return { ok: false, reason: "wrong_character" };
  const parts = address.split("@");
  if (parts.length < 2) return { ok: false, reason: "no_at" };
  if (parts.length > 2) return { ok: false, reason: "several_ats" };
  const [local = "", domain = ""] = parts;
  if (!LOCAL_PART.test(local)) return { ok: false, reason: "wrong_name" };
  if (!isDomain(domain)) return { ok: false, reason: "wrong_domain" };
  if (local.length > 64 || address.length > 254) return { ok: false, reason: "too_long" };
  return { ok: true, address };
}

function isDomain(domain: string): boolean {
  const labels = domain.split(".");
  const top = labels.at(-1) ?? "";
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(top);
}
