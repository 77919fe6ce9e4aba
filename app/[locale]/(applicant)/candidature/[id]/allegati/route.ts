import { attachFile } from "@/lib/applications/commands/attach-file";
import { removeFile } from "@/lib/applications/commands/remove-file";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { FORM_STEPS } from "@/lib/applications/core/steps";
import { removeFileSchema, sectionsPosted } from "@/lib/applications/schema";
import { personOf } from "@/lib/auth/actor";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { receiveUpload, type Upload } from "@/lib/files/receive-upload";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";

/**
 * Takes a file, or takes one off. A script sends the file alone and reads JSON; a plain form sends
 * its answers along, which are saved first, and goes back to its page.
 */
export const POST = handler("application.files", "person", async (ctx, request, { id = "" }) => {
  requireSameOrigin(request);
  if (!isUuid(id)) throw new NotFound();
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  const upload = await receiveUpload(request);
  if (wantsJson) return Response.json(await apply(ctx, id, upload), noStore);
  await saveAnswers(ctx, id, upload.fields);
  const refusal = await apply(ctx, id, upload).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof Refused) return error.reason;
      throw error;
    },
  );
  const location = backTo(id, upload.fields, refusal);
  return new Response(null, { status: 303, headers: { ...noStore.headers, location } });
});

const noStore = { headers: { "cache-control": "no-store" } };

async function apply(ctx: Ctx, applicationId: string, upload: Upload): Promise<unknown> {
  const attachmentId = textOf(upload.fields, "_remove");
  if (attachmentId) {
    return removeFile(ctx, removeFileSchema.parse({ applicationId, attachmentId }));
  }
  if (!upload.file) throw new Refused("file_missing");
  const fieldId = textOf(upload.fields, "_upload");
  const { id, name, state } = await attachFile(ctx, { applicationId, fieldId, file: upload.file });
  return { id, name, state };
}

async function saveAnswers(ctx: Ctx, applicationId: string, fields: FormData): Promise<void> {
  const posted = [...fields.entries()].map(([name, value]) => [name, String(value)] as const);
  await saveSections(ctx, { applicationId, ...sectionsPosted(posted) });
}

function backTo(id: string, fields: FormData, refusal: string | undefined): string {
  const step = textOf(fields, "step");
  const page = step in FORM_STEPS ? step : "riepilogo";
  const locale = textOf(fields, "locale") === "en" ? "en" : "it";
  const query = refusal ? `rifiuto=${encodeURIComponent(refusal)}` : "";
  const field = textOf(fields, "_upload");
  return addressIn(locale, routes.applicationStep(id, page), query) + (field ? `#${field}` : "");
}

function textOf(fields: FormData, name: string): string {
  return String(fields.get(name) ?? "");
}
