import { attachmentToOpen } from "@/lib/applications/queries/attachment-to-open";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";

/** A file of an application; the right to see it is checked at each request. */
export const GET = handler("attachment.open", "public", async (ctx, _request, { id = "" }) => {
  const response = await fileResponse(await attachmentToOpen(ctx, id));
  if (!response) throw new NotFound();
  return response;
});
