import { hash } from "node:crypto";

/** SHA-256 in lower-case hex of a text (UTF-8) or of bytes. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
