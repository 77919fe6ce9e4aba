import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "@/db/client";
import { beginUpload } from "@/lib/applications/commands/begin-upload";
import { continueUpload } from "@/lib/applications/commands/continue-upload";
import { sha256 } from "@/lib/platform/digest";
import { bodyCode, completeDraft, openCall, somebody } from "./applications";
import { samplePdf } from "./sample-files";

/** A PDF of about so many bytes. */
export const pdfOf = (bytes: number, mark = "x"): Buffer =>
  samplePdf({ text: mark.repeat(Math.ceil(bytes / mark.length)) });

/** Somebody with a draft, and what its browser does to upload `bytes` to it. */
export async function uploader(db: Database, number: number, bytes: Buffer, name = "delega.pdf") {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const applicationId = await completeDraft(applicant, callId, { code: bodyCode(number) });
  const file = { name, declaredType: "application/pdf", size: bytes.length, sha256: sha256(bytes) };
  const begin = (given: Partial<typeof file> = {}) =>
    beginUpload(applicant.ctx, { applicationId, fieldId: "paper", ...file, ...given });
  /** Sends the bytes from an offset; a connection that lasts for so many breaks off then. */
  const send = (uploadId: string, offset: number, lasts = Number.POSITIVE_INFINITY) =>
    continueUpload(applicant.ctx, {
      ...{ applicationId, uploadId, offset, length: undefined },
      body: flowing(bytes.subarray(offset), lasts),
    });
  return { ...applicant, callId, applicationId, bytes, begin, send };
}

async function* flowing(bytes: Buffer, lasts: number): AsyncGenerator<Buffer> {
  const network = 64 * 1024;
  for (let at = 0; at < bytes.length; at += network) {
    yield bytes.subarray(at, Math.min(at + network, lasts));
    if (at + network > lasts) throw new Error("connection reset");
  }
}

/** Names of all files below the folder of the storage, those that are still arriving included. */
export function storedBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}
