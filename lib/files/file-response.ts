import { Readable } from "node:stream";
import { fileStorage } from "./storage";

/**
 * Answers with a stored content as a download that no browser runs, frames or keeps. The caller
 * has checked the right to see it. Undefined when the content is not there.
 */
export async function fileResponse(file: {
  sha256: string;
  size: number;
  mediaType: string;
  name: string;
}): Promise<Response | undefined> {
  const content = await fileStorage().open(file.sha256);
  if (!content) return undefined;
  return new Response(Readable.toWeb(content) as ReadableStream, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(file.size),
      "content-disposition": attachmentDisposition(file.name),
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    },
  });
}

/** RFC 6266: an ASCII name for old programs, the real one in UTF-8 beside it. */
export function attachmentDisposition(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Cf}/\\]/gu, "").trim() || "documento";
  const ascii = safe
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${ascii.trim() || "documento"}"; filename*=UTF-8''${encoded}`;
}
