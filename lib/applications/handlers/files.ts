import { personOf } from "@/lib/auth/actor";
import { personArrival } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { arriveWithForm } from "@/lib/files/arrive-with-form";
import { receiveUpload, type Upload } from "@/lib/files/receive-upload";
import { addressIn } from "@/lib/i18n/addresses";
import { isAppError, NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { isForReading, rememberTyped } from "@/lib/platform/refusal-page";
import { routes } from "@/lib/routes";
import { safeAnswer } from "@/lib/safe-answer";
import { attachFile } from "../commands/attach-file";
import { cancelUpload } from "../commands/cancel-upload";
import { removeFile } from "../commands/remove-file";
import { saveIntegration } from "../commands/save-integration";
import { saveSections } from "../commands/save-sections";
import { FORM_STEPS, INTEGRATION_STEP } from "../core/steps";
import { removeFileSchema, sectionsPosted } from "../schema";

/**
 * Takes a file, takes one off, or gives up one that is coming. A script sends the file alone and
 * reads JSON. A plain form sends its answers along, which are saved first, and goes back to its page,
 * whatever becomes of the file; where they cannot be saved the answer hands them back.
 */
export const filesHandler = safeAnswer("application.files", async (request, { id = "" }) => {
  requireSameOrigin(request);
  if (!isUuid(id)) throw new NotFound();
  return isForReading(request) ? takeForm(request, id) : takeAlone(request, id);
});

const noStore = { headers: { "cache-control": "no-store" } };

async function takeAlone(request: Request, id: string): Promise<Response> {
  const { ctx } = await personArrival(request);
  await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  return Response.json(await apply(ctx, id, await receiveUpload(request)), noStore);
}

async function takeForm(request: Request, id: string): Promise<Response> {
  const { ctx } = await arriveWithForm("person", request);
  const upload = await receiveUpload(request, { keepFields: true });
  rememberTyped(request, upload.fields);
  await saveAnswers(ctx, request, id, upload.fields);
  const location = backTo(id, upload.fields, await refusalOf(() => takeFile(ctx, id, upload)));
  return new Response(null, { status: 303, headers: { ...noStore.headers, location } });
}

async function takeFile(ctx: Ctx, id: string, upload: Upload): Promise<void> {
  await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  if (upload.refusal) throw new Refused(upload.refusal);
  await apply(ctx, id, upload);
}

/** Why it was refused, for the page to say; undefined when it went well. */
async function refusalOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error instanceof Refused ? error.reason : error.code;
  }
}

async function apply(ctx: Ctx, applicationId: string, upload: Upload): Promise<unknown> {
  const attachmentId = textOf(upload.fields, "_remove");
  if (attachmentId) {
    return removeFile(ctx, removeFileSchema.parse({ applicationId, attachmentId }));
  }
  const uploadId = textOf(upload.fields, "_cancel");
  if (uploadId) return cancelUpload(ctx, { applicationId, uploadId });
  if (!upload.file) throw new Refused("file_missing");
  const fieldId = textOf(upload.fields, "_upload");
  const { id, name, state } = await attachFile(ctx, { applicationId, fieldId, file: upload.file });
  return { id, name, state };
}

/** Throws Stale when somebody saved other answers in between: both are kept, these in the answer. */
async function saveAnswers(
  ctx: Ctx,
  request: Request,
  applicationId: string,
  fields: FormData,
): Promise<void> {
  const posted = [...fields.entries()].map(([name, value]) => [name, String(value)] as const);
  const input = { applicationId, ...sectionsPosted(posted) };
  const saved = ofIntegration(fields)
    ? await saveIntegration(ctx, { ...input, intent: "save" })
    : await saveSections(ctx, input);
  if (saved.conflicts.length === 0) return;
  const texts = saved.conflicts
    .map(({ sent }) => sent)
    .filter((sent): sent is string => typeof sent === "string");
  rememberTyped(request, fields, texts);
  throw new Stale();
}

function backTo(id: string, fields: FormData, refusal: string | undefined): string {
  const step = textOf(fields, "step");
  const page = step in FORM_STEPS ? step : "riepilogo";
  const locale = textOf(fields, "locale") === "en" ? "en" : "it";
  const query = refusal ? `rifiuto=${encodeURIComponent(refusal)}` : "";
  const field = textOf(fields, "_upload");
  const back = ofIntegration(fields)
    ? routes.applicationIntegration(id)
    : routes.applicationStep(id, page);
  return addressIn(locale, back, query) + (field ? `#${field}` : "");
}

/** Whether the form is that of an answer to the office. */
const ofIntegration = (fields: FormData) => textOf(fields, "step") === INTEGRATION_STEP;

function textOf(fields: FormData, name: string): string {
  return String(fields.get(name) ?? "");
}
