import { requireSameOrigin } from "@/lib/auth/form-origin";
import { importForm } from "@/lib/calls/commands/import-form";
import { type DefinitionProblem, problem } from "@/lib/calls/core/form-problems";
import { receiveUpload } from "@/lib/files/receive-upload";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { NotFound, Refused, Stale } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/routes";

/** Problems that fit into an address; the first ones are enough to mend a file by. */
const MOST_TOLD = 20;

/** Takes a form as a file. What is wrong with it comes back in the address, problem by problem. */
export const POST = handler("call.importForm", "staff", async (ctx, request, { id = "" }) => {
  requireSameOrigin(request);
  if (!isUuid(id)) throw new NotFound();
  let locale: "it" | "en" = "it";
  try {
    const { fields, file } = await receiveUpload(request);
    locale = fields.get("locale") === "en" ? "en" : "it";
    if (!file || file.bytes.length === 0) return back(id, locale, [problem("not_json", null)]);
    const { problems } = await importForm(ctx, {
      callId: id,
      seen: String(fields.get("seen") ?? ""),
      source: { kind: "file", bytes: file.bytes },
    });
    return back(id, locale, problems);
  } catch (error) {
    if (error instanceof Stale)
      return to(addressIn(locale, `${routes.staffCallForm(id)}?rifiuto=stale`));
    // The file stopped arriving at the limit of all uploads: longer than any form.
    if (error instanceof Refused && error.reason === "file_too_large") {
      return back(id, locale, [problem("too_large", null, "10+")]);
    }
    throw error;
  }
});

function back(id: string, locale: "it" | "en", problems: readonly DefinitionProblem[]): Response {
  const query = new URLSearchParams(problems.length === 0 ? [["importato", "si"]] : []);
  for (const { code, at, about } of problems.slice(0, MOST_TOLD)) {
    query.append("problema", JSON.stringify([code, at, about ?? null]));
  }
  return to(addressIn(locale, routes.staffCallForm(id), String(query)));
}

function to(location: string): Response {
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
