import { unstable_rethrow } from "next/navigation";
import type { Audience } from "./auth/contexts";
import { requestContext } from "./auth/request-context";
import type { Ctx } from "./context";
import { type Handler, safeAnswer } from "./safe-answer";

/**
 * The one way to make a route handler: resolves the session for the audience, runs `answer`, and
 * maps the error family to answers. Nothing personal is cached.
 */
export function handler(
  name: string,
  audience: Audience,
  answer: (ctx: Ctx, request: Request, params: Record<string, string>) => Promise<Response>,
): Handler {
  return answerSafely(name, async (request, params) =>
    answer(await requestContext(audience), request, params),
  );
}

/** A route handler that does without a session, or looks at it by itself; errors as above. */
export function answerSafely(
  name: string,
  answer: (request: Request, params: Record<string, string>) => Promise<Response>,
): Handler {
  return safeAnswer(name, answer, unstable_rethrow);
}
