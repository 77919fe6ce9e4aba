import { submitApplication } from "@/lib/applications/commands/submit-application";
import { submitSchema } from "@/lib/applications/schema";
import { personOf } from "@/lib/auth/actor";
import { formToken, requireFormToken, requireSameOrigin } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { handler } from "@/lib/handlers";
import { addressIn } from "@/lib/i18n/addresses";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { arrivalClock } from "@/lib/platform/arrival-clock";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { routes } from "@/lib/routes";

type Params = { params: Promise<{ locale: string; id: string }> };

/**
 * The sending of a candidacy, by a plain form. The clock of the database is read first of all:
 * whoever began before the deadline is served, however long the rest takes.
 */
export async function POST(request: Request, given: Params): Promise<Response> {
  const arrival = arrivalClock();
  // Awaited below; a failure before that must not end the process as unhandled.
  arrival.catch(() => undefined);
  const { id } = await given.params;
  const answer = handler("application.submit", "person", (ctx) =>
    arrival.then((receivedAt) => submit(ctx, request, id, receivedAt)),
  );
  const response = await answer(request, given);
  return response.status === 401
    ? seeOther(routes.signIn(routes.applicationStep(id, "riepilogo")))
    : response;
}

async function submit(
  ctx: Ctx,
  request: Request,
  id: string,
  receivedAt: string,
): Promise<Response> {
  requireSameOrigin(request);
  if (!isUuid(id)) throw new NotFound();
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  // A person, not an address: associations behind one network are not locked out at the deadline.
  await rateLimit(ctx, `submit:${personId}`, limits.submit);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  requireFormToken(text("_token"), formToken("submit", personId, id));
  const locale = text("_locale") === "en" ? "en" : "it";
  const { key, content } = submitSchema.parse({ key: text("_key"), content: text("_content") });
  const entries = [...form.entries()].filter(([name]) => !name.startsWith("_"));
  try {
    await submitApplication(ctx, { applicationId: id, key, content, entries, receivedAt });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return seeOther(addressIn(locale, refusedAddress(id, error.reason, entries, receivedAt)));
  }
  return seeOther(addressIn(locale, routes.applicationSent(id)));
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
