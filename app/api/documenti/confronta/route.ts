import { handler } from "@/lib/handlers";
import { addressIn, localeOfPath } from "@/lib/i18n/addresses";
import type { Locale } from "@/lib/i18n/routing";
import { InvalidInput } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";

/** More than any document of ours; what is larger is none. */
const MOST = 15 * 1024 * 1024;

/** In the place of a hash: no document has it. */
const TOO_LARGE = "troppo-grande";

/**
 * Compares a file for browsers without scripts: it is read, hashed and forgotten; only the hash
 * goes on, in the address of the answer.
 */
export const POST = handler("document.compare", "public", async (ctx, request) => {
  await limitByAddress(ctx, request.headers, "verification", limits.verification);
  const large = Number(request.headers.get("content-length") ?? MOST + 1) > MOST;
  const form = large ? new FormData() : await readForm(request);
  const file = form.get("file");
  const chosen = file instanceof File && file.size > 0;
  const hash = chosen ? sha256(new Uint8Array(await file.arrayBuffer())) : "";
  const locale = large ? localeOf(request) : form.get("locale") === "en" ? "en" : "it";
  const search = new URLSearchParams({ impronta: large ? TOO_LARGE : hash });
  const location = addressIn(locale, routes.verify(), search.toString());
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
});

function readForm(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new InvalidInput({ file: "unreadable" });
  });
}

/** Of the page the form stood on, where its own field was not read. */
function localeOf(request: Request): Locale {
  return localeOfPath(URL.parse(request.headers.get("referer") ?? "")?.pathname ?? "/");
}
