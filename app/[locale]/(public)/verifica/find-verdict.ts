import { headers } from "next/headers";
import { requestContext } from "@/lib/auth/request-context";
import { documentForCode, documentForFile, type VerifiedDocument } from "@/lib/documents/queries";
import { RateLimited } from "@/lib/kernel/errors";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { tellTooMany } from "@/lib/platform/told-status";

/** The answer to somebody who verifies, at the instant it was given. */
export type Verdict =
  | { is: "found"; document: VerifiedDocument; byFile: boolean; at: Date }
  | { is: "unknownCode" | "unknownFile"; at: Date }
  | { is: "tooMany"; seconds: number };

/** Looks for a document by its code, or by the SHA-256 of a file; thirty times a minute. */
export async function findVerdict(asked: { code: string } | { hash: string }): Promise<Verdict> {
  const ctx = await requestContext("public");
  const byFile = "hash" in asked;
  try {
    await limitByAddress(ctx, await headers(), "verification", limits.verification);
  } catch (error) {
    if (!(error instanceof RateLimited)) throw error;
    tellTooMany(error.retryAfterSeconds);
    return { is: "tooMany", seconds: error.retryAfterSeconds };
  }
  const document = byFile
    ? await documentForFile(ctx, asked.hash)
    : await documentForCode(ctx, asked.code);
  if (document) return { is: "found", document, byFile, at: ctx.now };
  return { is: byFile ? "unknownFile" : "unknownCode", at: ctx.now };
}
