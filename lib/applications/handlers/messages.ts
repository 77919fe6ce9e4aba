import { personOf } from "@/lib/auth/actor";
import type { Audience } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { arriveWithForm } from "@/lib/files/arrive-with-form";
import { receiveUpload, type Upload } from "@/lib/files/receive-upload";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { rememberTyped } from "@/lib/platform/refusal-page";
import { routes } from "@/lib/routes";
import { type Handler, safeAnswer } from "@/lib/safe-answer";
import { type KeptInput, keepMessage } from "../commands/keep-message";
import { sendMessage } from "../commands/send-message";
import { KEPT_LIMIT } from "../core/thread";
import { messageSchema } from "../schema";

type Side = {
  audience: Extract<Audience, "person" | "staff">;
  /** Of the parts of the address: which application, and the page that the form stands on. */
  application: (params: Record<string, string>) => string;
  page: (params: Record<string, string>) => string;
};

/**
 * Takes the form of a message, with one more file, one less, or to send it. Where the session has
 * ended, or a limit is reached, the text comes back with the answer. What is refused for another
 * reason is kept, and stands in the form again.
 */
function messagesHandler({ audience, application, page }: Side): Handler {
  return safeAnswer("application.message", async (request, params) => {
    requireSameOrigin(request);
    const applicationId = application(params);
    if (!isUuid(applicationId)) throw new NotFound();
    const counted = bringsFile(request);
    const { ctx } = await arriveWithForm(audience, request, counted ? anUpload : undefined);
    const upload = await receiveUpload(request, { keepFields: true });
    rememberTyped(request, upload.fields);
    if (upload.file && !counted) {
      await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
    }
    const refusal = await take(ctx, applicationId, upload);
    const sent = !refusal && upload.fields.has("_send");
    const query = refusal
      ? `rifiuto=${encodeURIComponent(refusal)}`
      : sent
        ? "fatto=messaggio"
        : "";
    const locale = params.locale === "en" ? "en" : "it";
    const location = `${addressIn(locale, page(params), query)}#${sent ? "messaggi" : "scrivi"}`;
    return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
  });
}

/** A message of an applicant to the office. */
export const applicantMessagesHandler = messagesHandler({
  audience: "person",
  application: ({ id = "" }) => id,
  page: ({ id = "" }) => routes.myApplication(id),
});

/** A message of the office to those who work on an application. */
export const officeMessagesHandler = messagesHandler({
  audience: "staff",
  application: ({ application = "" }) => application,
  page: ({ id = "", application = "" }) => routes.staffApplication(id, application),
});

const anUpload = { of: "upload", limit: limits.upload };

/** Bytes of the longest text that is kept, with what else a form without a file holds. */
const LONGEST_TEXT = 4 * KEPT_LIMIT + 4096;

/** Known before it is read; a small file is counted when it is there. */
function bringsFile({ headers }: Request): boolean {
  return !(Number(headers.get("content-length") ?? Number.NaN) <= LONGEST_TEXT);
}

/** Why it was refused, for the page to say; undefined when it went well. */
async function take(ctx: Ctx, applicationId: string, upload: Upload): Promise<string | undefined> {
  const parsed = messageSchema.safeParse(Object.fromEntries(upload.fields));
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const { _send, _remove: without, text, key, seen } = parsed.data;
  const { file } = upload;
  try {
    if (upload.refusal) throw new Refused(upload.refusal);
    if (_send !== undefined) await sendMessage(ctx, { applicationId, text, key, seen, file });
    else if (!file && !without) throw new Refused("file_missing");
    else await keepMessage(ctx, { applicationId, text, key, file, without });
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    // What was refused for its text has a file that nobody has looked at yet.
    const untold = error instanceof InvalidInput ? file : undefined;
    return (await keep(ctx, { applicationId, text, key, file: untold })) ?? reason;
  }
}

/** Keeps what was refused; of a file that cannot be kept the reason is told. */
async function keep(ctx: Ctx, kept: KeptInput): Promise<string | undefined> {
  try {
    await keepMessage(ctx, kept);
    return undefined;
  } catch (error) {
    if (!kept.file || !(error instanceof Refused)) throw error;
    await keepMessage(ctx, { ...kept, file: undefined });
    return error.reason;
  }
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.reason;
  return error instanceof InvalidInput ? Object.values(error.fields)[0] : undefined;
}
