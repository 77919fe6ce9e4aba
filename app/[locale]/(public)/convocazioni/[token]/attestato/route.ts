import { fileNameOf } from "@/lib/documents/core/public-facts";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";
import { participationByToken } from "@/lib/workshops/queries/participation-by-token";

/**
 * The certificate of a participant, by their personal link: it needs no account. While the PDF is
 * being prepared it leads back to the page, which says so.
 */
export const GET = handler("convocation.certificate", "public", async (ctx, request, params) => {
  await limitByAddress(ctx, request.headers, "convocation", limits.convocation);
  const { token = "" } = params;
  const { certificate } = await participationByToken(ctx, token);
  if (!certificate) throw new NotFound();
  const { code, file } = certificate;
  if (!file) {
    const location = routes.convocationAnswer(token);
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  }
  const name = fileNameOf("certificate", code, {});
  const answer = await fileResponse({ ...file, name, mediaType: "application/pdf" });
  if (!answer) throw new NotFound();
  answer.headers.set("x-robots-tag", "noindex");
  return answer;
});
