import { generateSecret, generateURI, verifySync } from "otplib";

const STEP_SECONDS = 30;

/** A new secret for an authenticator app, in base 32. */
export function newOneTimeSecret(): string {
  return generateSecret({ length: 20 });
}

/** The address that an authenticator app reads from a QR code. */
export function oneTimeAddress(secret: string, mailbox: string, issuer: string): string {
  return generateURI({ issuer, label: mailbox, secret });
}

/**
 * The 30-second step a code belongs to, or undefined when it is wrong. One step before and after
 * is accepted, for clocks that differ; that it is used once is the caller's part.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const token = code.normalize("NFKC").replace(/[\s-]/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({ secret, token, epoch, epochTolerance: STEP_SECONDS });
  return found.valid ? Math.floor(epoch / STEP_SECONDS) + found.delta : undefined;
}
