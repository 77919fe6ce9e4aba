import { z } from "zod";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { arriveWithForm } from "@/lib/files/arrive-with-form";
import { receiveUpload, type Upload } from "@/lib/files/receive-upload";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, NotFound, RateLimited, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { rememberTyped } from "@/lib/platform/refusal-page";
import { routes } from "@/lib/routes";
import { safeAnswer } from "@/lib/safe-answer";
import { addDocument } from "../commands/add-document";
import { DOCUMENTS_OF } from "../core/writable-documents";

const fieldsSchema = z.object({
  of: z.enum(DOCUMENTS_OF),
  title: z.string().default(""),
  /** The document that it takes the place of, as the page had read it. */
  replaces: z.uuid().optional(),
  replacesFile: z.string().max(64).default(""),
});

/**
 * Takes a document of a call by a plain form. Why not, and the title, come back in the address of
 * its page; where the session has ended, the title comes back with the answer.
 */
export const documentsHandler = safeAnswer("call.addDocument", async (request, params) => {
  requireSameOrigin(request);
  const { id: callId = "" } = params;
  if (!isUuid(callId)) throw new NotFound();
  const { ctx } = await arriveWithForm("staff", request);
  const upload = await receiveUpload(request, { keepFields: true });
  rememberTyped(request, upload.fields);
  const given = fieldsOf(upload);
  const query = await outcome(given, () => {
    if (upload.refusal) throw new Refused(upload.refusal);
    const { of, title, replaces: id, replacesFile: fileHash } = given;
    const replaces = id === undefined ? undefined : { id, fileHash };
    return addDocument(ctx, { callId, of, title, file: upload.file, replaces });
  });
  const locale = params.locale === "en" ? "en" : "it";
  const location = addressIn(locale, routes.staffDocuments(callId), query.toString());
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
});

function fieldsOf({ fields }: Upload): z.output<typeof fieldsSchema> {
  const parsed = fieldsSchema.safeParse(Object.fromEntries(fields));
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  return parsed.data;
}

/** What the page says of it: that it is done, or why not, with what was typed. */
async function outcome(
  { title, replaces }: z.output<typeof fieldsSchema>,
  work: () => Promise<void>,
): Promise<URLSearchParams> {
  try {
    await work();
    return new URLSearchParams({ fatto: replaces ? "sostituito" : "aggiunto" });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return new URLSearchParams({
      rifiuto: reason,
      titolo: title.slice(0, KEPT),
      ...(replaces && { sostituisci: replaces }),
    });
  }
}

/** Of a title that is too long so much comes back: addresses have an end. */
const KEPT = 500;

function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.reason;
  return error instanceof RateLimited ? error.code : undefined;
}
