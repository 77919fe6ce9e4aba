import { draftDocument } from "@/lib/calls/queries/call-document";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";

/** A document of a draft, for who writes the draft. */
export const GET = handler("call.draftDocument", "staff", async (ctx, _request, params) => {
  const { id = "", file = "" } = params;
  const answer = await fileResponse(await draftDocument(ctx, { callId: id, file }));
  if (!answer) throw new NotFound();
  return answer;
});
