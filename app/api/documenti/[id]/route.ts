import { documentToDownload } from "@/lib/documents/queries";
import { fileResponse } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { languageOf } from "@/lib/i18n/language-of";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** The PDF of a document. A link in a mail leads here, so a visitor is asked to sign in first. */
export const GET = handler("document.download", "public", async (ctx, request, { id = "" }) => {
  const locale = languageOf(request);
  try {
    const { file, name } = await documentToDownload(ctx, id);
    if (!file) return seeOther(addressIn(locale, routes.documentComing(id)));
    const answer = await fileResponse({ ...file, name, mediaType: "application/pdf" });
    if (!answer) throw new NotFound();
    return answer;
  } catch (error) {
    if (!(error instanceof Unauthenticated)) throw error;
    return seeOther(addressIn(locale, routes.signIn(routes.document(id))));
  }
});

/** Relative, so that no header of the request decides where it leads. */
function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: path, "cache-control": "no-store" },
  });
}
