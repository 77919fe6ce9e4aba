import { personOf } from "@/lib/auth/actor";
import type { Audience } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { requestContext } from "@/lib/auth/request-context";
import type { Ctx } from "@/lib/context";
import { receiveUpload, type Upload } from "@/lib/files/receive-upload";
import { answerSafely } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { rememberTyped } from "@/lib/platform/refusal-page";
import type { Handler } from "@/lib/safe-answer";
import { keepMessage } from "../commands/keep-message";
import { sendMessage } from "../commands/send-message";
import { messageSchema } from "../schema";

type Side = {
  audience: Extract<Audience, "person" | "staff">;
  /** Of the parts of the address: which application, and the page that the form stands on. */
  application: (params: Record<string, string>) => string;
  page: (params: Record<string, string>) => string;
};

/**
 * Takes the form of a message, with one more file, one less, or to send it. It is read before the
 * session, so that where that has ended, or the limit is reached, the text comes back with the
 * answer. What is refused for another reason is kept, and stands in the form again.
 */
export function messagesHandler({ audience, application, page }: Side): Handler {
  return answerSafely("application.message", async (request, params) => {
    requireSameOrigin(request);
    const applicationId = application(params);
    if (!isUuid(applicationId)) throw new NotFound();
    const upload = await receiveUpload(request, { keepFields: true });
    rememberTyped(request, upload.fields);
    const ctx = await requestContext(audience);
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

/** Why it was refused, for the page to say; undefined when it went well. */
async function take(ctx: Ctx, applicationId: string, upload: Upload): Promise<string | undefined> {
  const parsed = messageSchema.safeParse(Object.fromEntries(upload.fields));
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const { _send, _remove: without, text, key, seen } = parsed.data;
  const { file } = upload;
  if (file) await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  try {
    if (upload.refusal) throw new Refused(upload.refusal);
    if (_send !== undefined) await sendMessage(ctx, { applicationId, text, key, seen, file });
    else if (!file && !without) throw new Refused("file_missing");
    else await keepMessage(ctx, { applicationId, text, key, file, without });
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    if (!reason) throw error;
    await keepMessage(ctx, { applicationId, text, key });
    return reason;
  }
}

function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.reason;
  return error instanceof InvalidInput ? Object.values(error.fields)[0] : undefined;
}
