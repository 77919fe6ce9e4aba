import { personArrival } from "@/lib/auth/contexts";
import { formToken, requireFormToken, requireSameOrigin } from "@/lib/auth/form-origin";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits } from "@/lib/platform/rate-limit";
import { rememberTyped } from "@/lib/platform/refusal-page";
import { routes } from "@/lib/routes";
import { type Handler, safeAnswer } from "@/lib/safe-answer";
import { submitApplication } from "../commands/submit-application";
import { submitSchema } from "../schema";

/**
 * The sending of a candidacy, by a plain form. The clock of the database is read with the session, first of
 * all: whoever began before the deadline is served, however long the rest takes.
 */
export const submitHandler: Handler = (request, given) => {
  // A person, not an address: associations behind one network are not locked out at the deadline.
  const arriving = personArrival(request, { of: "submit", limit: limits.submit });
  // Awaited below; a failure before that must not end the process as unhandled.
  arriving.catch(() => undefined);
  const answer = safeAnswer("application.submit", async (_request, { id = "", locale }) => {
    requireSameOrigin(request);
    if (!isUuid(id)) throw new NotFound();
    const form = await request.formData().catch(() => {
      throw new InvalidInput({ form: "unreadable" });
    });
    rememberTyped(request, form);
    const arrived = await arriving.catch(unlessUnauthenticated);
    return arrived
      ? submit(arrived, form, id)
      : seeOther(addressIn(locale === "en" ? "en" : "it", signInAgain(id, form)));
  });
  return answer(request, given);
};

async function submit(
  { ctx, personId, receivedAt }: Awaited<ReturnType<typeof personArrival>>,
  form: FormData,
  id: string,
): Promise<Response> {
  const text = (name: string) => String(form.get(name) ?? "");
  requireFormToken(text("_token"), formToken("submit", personId, id));
  const locale = text("_locale") === "en" ? "en" : "it";
  const parsed = submitSchema.safeParse({
    key: text("_key"),
    content: text("_content"),
    version: text("_version") || undefined,
  });
  if (!parsed.success) throw new InvalidInput({ form: "unreadable" });
  const entries = answersIn(form);
  try {
    const input = { ...parsed.data, applicationId: id, entries, receivedAt };
    await submitApplication(ctx, input);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return seeOther(addressIn(locale, refusedAddress(id, error.reason, entries, receivedAt)));
  }
  return seeOther(addressIn(locale, routes.applicationSent(id)));
}

function answersIn(form: FormData): [string, FormDataEntryValue][] {
  return [...form.entries()].filter(([name]) => !name.startsWith("_"));
}

/** After signing in the summary stands as it was left: what was ticked stays ticked. */
function signInAgain(id: string, form: FormData): string {
  const ticked = answersIn(form).map(([name]) => name);
  const query = ticked.length > 0 ? `?${new URLSearchParams({ si: ticked.join(",") })}` : "";
  return routes.signIn(routes.applicationStep(id, "riepilogo") + query);
}

function unlessUnauthenticated(error: unknown): undefined {
  if (!(error instanceof Unauthenticated)) throw error;
}

/** Back to the summary, which says why; what was ticked stays ticked. */
function refusedAddress(
  id: string,
  reason: string,
  entries: readonly (readonly [string, unknown])[],
  receivedAt: string,
): string {
  const query = new URLSearchParams({ rifiuto: reason });
  if (reason === "deadline_passed") query.set("alle", receivedAt);
  if (reason === "declaration_missing") query.set("si", entries.map(([name]) => name).join(","));
  return `${routes.applicationStep(id, "riepilogo")}?${query}`;
}

function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: path, "cache-control": "no-store" },
  });
}
