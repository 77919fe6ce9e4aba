import { sentData } from "@/lib/applications/queries/sent-data";
import { attachmentDisposition } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";

/**
 * What was sent, byte by byte. Its SHA-256, told by RFC 9530, is the one on the receipt as long as
 * nothing was erased; then the one on the receipt stands within.
 */
export const GET = handler("application.data", "person", async (ctx, _request, { id = "" }) => {
  const { name, text, digest } = await sentData(ctx, id);
  return new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": attachmentDisposition(name),
      "repr-digest": `sha-256=:${Buffer.from(digest, "hex").toString("base64")}:`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
