import { timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { Forbidden } from "@/lib/kernel/errors";
import { derivedToken } from "./derived-token";

/** Throws Forbidden for a request that another site makes a browser send. */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site === "same-origin") return;
  if (site === null && origin !== null && origin === env().APP_ORIGIN) return;
  throw new Forbidden();
}

/** Forms that commit somebody: a candidacy is sent, a decision about it made, an outcome published. */
export type FormPurpose =
  | "submit"
  | "integration"
  | "decide"
  | "publishOutcome"
  | "organisation"
  | "claim";

/** A token for the forms that matter most, bound to who was shown the form and to what it does. */
export function formToken(purpose: FormPurpose, personId: string, subjectId: string): string {
  return derivedToken(`form:${purpose}:${personId}`, subjectId);
}

/** Compares in constant time; throws Forbidden when the token is not the one that was shown. */
export function requireFormToken(given: string, expected: string): void {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  if (a.length !== b.length || !timingSafeEqual(a, b)) throw new Forbidden();
}
