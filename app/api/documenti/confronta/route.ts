import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { limitByAddress } from "@/lib/platform/limit-by-address";
import { limits } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";

/** More than any document of ours; what is larger is none. */
const MOST = 15 * 1024 * 1024;

/**
 * Compares a file for browsers without scripts: it is read, hashed and forgotten; only the hash
 * goes on, in the address of the answer.
 */
export const POST = handler("document.compare", "public", async (ctx, request) => {
  await limitByAddress(ctx, request.headers, "verification", limits.verification);
  if (Number(request.headers.get("content-length") ?? MOST + 1) > MOST) {
    throw new InvalidInput({ file: "too_large" });
  }
  const form = await request.formData();
  const file = form.get("file");
  const chosen = file instanceof File && file.size > 0;
  const hash = chosen ? sha256(new Uint8Array(await file.arrayBuffer())) : "";
  const locale = form.get("locale") === "en" ? "en" : "it";
  const location = addressIn(
    locale,
    routes.verify(),
    new URLSearchParams({ impronta: hash }).toString(),
  );
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
});
