import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const NONCE = 12;
const TAG = 16;

/**
 * A digest that cannot be reversed by trying all mailboxes or addresses: keyed with AUTH_SECRET.
 * The purpose keeps digests of one value for different uses apart.
 */
export function keyedDigest(purpose: string, value: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`${purpose}\n${value}`).digest("hex");
}

/**
 * Encrypts with DATA_KEY (AES-256-GCM): nonce, tag, text. `purpose` is authenticated, so a sealed
 * value cannot be moved to another use.
 */
export function seal(purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", dataKey(), nonce).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made for the same purpose; throws when it was changed or the key differs. */
export function unseal(purpose: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", dataKey(), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return decipher.update(bytes.subarray(NONCE + TAG), undefined, "utf8") + decipher.final("utf8");
}

function dataKey(): Buffer {
  return Buffer.from(env().DATA_KEY, "base64");
}
