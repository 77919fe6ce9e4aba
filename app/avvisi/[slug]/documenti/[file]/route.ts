import { callDocument } from "@/lib/calls/queries/call-document";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";

/** A document of a call, for everybody who reads the call. */
export const GET = handler("call.document", "public", async (ctx, _request, params) => {
  const { slug = "", file = "" } = params;
  const answer = await fileResponse(await callDocument(ctx, { slug, file }));
  if (!answer) throw new NotFound();
  return answer;
});
