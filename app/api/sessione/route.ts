import { requireSameOrigin } from "@/lib/auth/form-origin";
import { watchSession } from "@/lib/auth/request-context";
import { answerSafely } from "@/lib/handlers";
import { Unauthenticated } from "@/lib/kernel/errors";

/** How long the session still lives. Not made by `handler`, which would count it as a visit. */
export const GET = answerSafely("session.look", () => clock("look"));

/** Extends the session, for whoever pressed the button; 401 when it had ended already. */
export const POST = answerSafely("session.extend", async (request) => {
  requireSameOrigin(request);
  return clock("extend");
});

async function clock(what: "look" | "extend"): Promise<Response> {
  const found = await watchSession(what);
  if (!found) throw new Unauthenticated();
  return Response.json(found, { headers: { "cache-control": "no-store" } });
}
