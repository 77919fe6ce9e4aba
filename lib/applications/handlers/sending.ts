import { personArrival } from "@/lib/auth/contexts";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { addressIn } from "@/lib/i18n/addresses";
import { InvalidInput, NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { limits } from "@/lib/platform/rate-limit";
import { rememberTyped } from "@/lib/platform/refusal-page";
import { routes } from "@/lib/routes";
import { type Handler, safeAnswer } from "@/lib/safe-answer";

export type Arrived = Awaited<ReturnType<typeof personArrival>>;

type Sending = {
  /** In logs. */
  name: string;
  /** Sends it and leads on. */
  send: (arrived: Arrived, form: FormData, id: string) => Promise<Response>;
  /** The page that who has to sign in again comes back to, as it was left. */
  page: (id: string, form: FormData) => string;
};

/**
 * What is sent before a term ends, by a plain form. The clock of the database is read with the
 * session, first of all: whoever began before the end is served, however long the rest takes.
 */
export function sendingHandler({ name, send, page }: Sending): Handler {
  return (request, given) => {
    // A person, not an address: associations behind one network are not locked out at the deadline.
    const arriving = personArrival(request, { of: "submit", limit: limits.submit });
    // Awaited below; a failure before that must not end the process as unhandled.
    arriving.catch(() => undefined);
    const answer = safeAnswer(name, async (_request, { id = "", locale }) => {
      requireSameOrigin(request);
      if (!isUuid(id)) throw new NotFound();
      const form = await request.formData().catch(() => {
        throw new InvalidInput({ form: "unreadable" });
      });
      rememberTyped(request, form);
      const arrived = await arriving.catch(unlessUnauthenticated);
      if (arrived) return send(arrived, form, id);
      const own = locale === "en" ? "en" : localeOf(form);
      return seeOther(addressIn(own, routes.signIn(addressIn(own, page(id, form)))));
    });
    return answer(request, given);
  };
}

/** The language that a form was read in. */
export const localeOf = (form: FormData) => (form.get("_locale") === "en" ? "en" : "it");

export const textIn = (form: FormData, name: string) => String(form.get(name) ?? "");

export function seeOther(path: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location: path, "cache-control": "no-store" },
  });
}

function unlessUnauthenticated(error: unknown): undefined {
  if (!(error instanceof Unauthenticated)) throw error;
}
