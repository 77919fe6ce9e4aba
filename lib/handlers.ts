import { unstable_rethrow } from "next/navigation";
import { logUnexpected } from "./actions";
import { type Audience, requestContext } from "./auth/request-context";
import type { Ctx } from "./context";
import { type AppError, isAppError, RateLimited } from "./kernel/errors";
import { isOutage, noteOutage } from "./platform/outage";

const STATUS: Record<AppError["code"], number> = {
  not_found: 404,
  unauthenticated: 401,
  // Who may not see something cannot learn that it exists.
  forbidden: 404,
  invalid_input: 422,
  refused: 409,
  stale: 409,
  rate_limited: 429,
};

type Params = { params: Promise<Record<string, string>> };

/**
 * The one way to make a route handler: resolves the session for the audience, runs `answer`, and
 * maps the error family to answers of `application/problem+json`; a server that is away gives 503.
 * Nothing personal is cached.
 */
export function handler(
  name: string,
  audience: Audience,
  answer: (ctx: Ctx, request: Request, params: Record<string, string>) => Promise<Response>,
): (request: Request, given: Params) => Promise<Response> {
  return async (request, given) => {
    try {
      const ctx = await requestContext(audience);
      return await answer(ctx, request, await given.params);
    } catch (error) {
      unstable_rethrow(error);
      return problem(name, error);
    }
  };
}

/** A route handler that does without a session, or looks at it by itself; errors as above. */
export function answerSafely(
  name: string,
  answer: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      unstable_rethrow(error);
      return problem(name, error);
    }
  };
}

/** Seconds after which a server that was away is worth another try. */
const AFTER_OUTAGE = 5;

function problem(name: string, error: unknown): Response {
  const known = isAppError(error) ? error : undefined;
  const outage = isOutage(error);
  if (outage) noteOutage();
  const body = known
    ? { code: known.code, reason: "reason" in known ? known.reason : undefined }
    : { code: outage ? "unavailable" : "unexpected", incident: logUnexpected(name, error) };
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  if (error instanceof RateLimited) headers.set("retry-after", String(error.retryAfterSeconds));
  if (outage) headers.set("retry-after", String(AFTER_OUTAGE));
  const status = known ? STATUS[known.code] : outage ? 503 : 500;
  return new Response(JSON.stringify(body), { status, headers });
}
