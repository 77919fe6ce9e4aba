import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/**
 * A token that only this installation can make, the same each time for a purpose and a subject:
 * a link can be written again into a reminder although only its hash is stored.
 */
export function derivedToken(purpose: string, subjectId: string): string {
  return createHmac("sha256", env().AUTH_SECRET)
    .update(`${purpose}:${subjectId}`)
    .digest("base64url");
}
