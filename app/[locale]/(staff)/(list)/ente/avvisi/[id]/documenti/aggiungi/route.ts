import { requireSameOrigin } from "@/lib/auth/form-origin";
import { addDocument } from "@/lib/calls/commands/add-document";
import { receiveUpload } from "@/lib/files/receive-upload";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { RateLimited, Refused } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** Takes a document of a draft by a plain form; why not, and the title, come back in the address. */
export const POST = handler("call.addDocument", "staff", async (ctx, request, { id = "" }) => {
  requireSameOrigin(request);
  const { fields, file, refusal } = await receiveUpload(request, { keepFields: true });
  const title = String(fields.get("title") ?? "");
  const locale = fields.get("locale") === "en" ? "en" : "it";
  const back = (query: Record<string, string>) =>
    new Response(null, {
      status: 303,
      headers: {
        location: addressIn(locale, routes.staffDocuments(id), String(new URLSearchParams(query))),
        "cache-control": "no-store",
      },
    });
  try {
    if (refusal) throw new Refused(refusal);
    await addDocument(ctx, { callId: id, title, file });
    return back({ fatto: "aggiunto" });
  } catch (error) {
    if (error instanceof Refused) return back({ rifiuto: error.reason, titolo: title });
    if (error instanceof RateLimited) return back({ rifiuto: error.code, titolo: title });
    throw error;
  }
});
