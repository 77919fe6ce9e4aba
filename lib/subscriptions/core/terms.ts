import type { Verdict } from "@/lib/kernel/verdict";

/** How long a request waits for its confirmation; then the address is forgotten. */
export const REQUEST_HOURS = 48;

/** A subscription ends by itself after two years, unless it is prolonged: nobody is written to for ever. */
const SUBSCRIPTION_YEARS = 2;

/** Letters to subscribers are forgotten after these days, once they have left. */
export const LETTER_DAYS = 30;

export function requestEnd(now: Date): Date {
  return new Date(now.getTime() + REQUEST_HOURS * 3_600_000);
}

export function subscriptionEnd(now: Date): Date {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + SUBSCRIPTION_YEARS);
  return end;
}

/** Whether a link of a confirmation still confirms; asked by the page and the command. */
export function mayConfirm(
  request: { readonly expiresAt: Date } | undefined,
  now: Date,
): Verdict<"unknown_link" | "expired_link"> {
  if (!request) return { ok: false, reason: "unknown_link" };
  return request.expiresAt > now ? { ok: true } : { ok: false, reason: "expired_link" };
}
