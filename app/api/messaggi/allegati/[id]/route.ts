import { messageFileToOpen } from "@/lib/applications/queries/message-file-to-open";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";

/** A file of a message; the right to see it is checked at each request. */
export const GET = handler("message.openFile", "public", async (ctx, _request, { id = "" }) => {
  const response = await fileResponse(await messageFileToOpen(ctx, id));
  if (!response) throw new NotFound();
  return response;
});
