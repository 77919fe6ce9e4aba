import { type AppError, isAppError, RateLimited } from "./kernel/errors";
import { isOutage, noteOutage } from "./platform/outage";
import { isForReading, refusalPage } from "./platform/refusal-page";
import { logUnexpected } from "./platform/unexpected";

/** Refusals that HTTP has a word of its own for. */
const STATUS_OF_REASON: Readonly<Record<string, number>> = {
  file_too_large: 413,
  application_too_large: 413,
  upload_piece_too_small: 400,
  storage_full: 507,
};

/** What answers requests to one address; `params` are its parts that vary. */
export type Handler = (
  request: Request,
  given: { params: Promise<Record<string, string>> },
) => Promise<Response>;

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

/**
 * A handler that maps the error family to answers: a page for people, `application/problem+json`
 * for scripts; a server that is away gives 503. `passOn` throws again what somebody else handles.
 */
export function safeAnswer(
  name: string,
  answer: (request: Request, params: Record<string, string>) => Promise<Response>,
  passOn?: (error: unknown) => void,
): Handler {
  return async (request, given) => {
    // An address without parts that vary has none, whatever the types say.
    const params = (await given.params) ?? {};
    try {
      return await answer(request, params);
    } catch (error) {
      passOn?.(error);
      return problem(name, error, request, params.locale);
    }
  };
}

/** The page of a refusal has one stylesheet and at most one form. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Seconds after which a server that was away is worth another try. */
const AFTER_OUTAGE = 5;

function problem(name: string, error: unknown, request: Request, locale?: string): Response {
  const known = isAppError(error) ? error : undefined;
  const outage = isOutage(error);
  if (outage) noteOutage();
  const headers = new Headers({ "cache-control": "no-store" });
  const waitSeconds = error instanceof RateLimited ? error.retryAfterSeconds : undefined;
  if (waitSeconds) headers.set("retry-after", String(waitSeconds));
  if (outage) headers.set("retry-after", String(AFTER_OUTAGE));
  // Failures of ours become a page further out (failure-page), whatever made them.
  if (known && isForReading(request)) {
    headers.set("content-type", "text/html; charset=utf-8");
    headers.set("content-security-policy", PAGE_POLICY);
    const why = { code: known.code, reason: reasonOf(known) };
    const page = refusalPage(request, why, { locale, waitSeconds });
    return new Response(page, { status: statusOf(known), headers });
  }
  headers.set("content-type", "application/problem+json");
  const body = known
    ? { code: known.code, reason: reasonOf(known) }
    : { code: outage ? "unavailable" : "unexpected", incident: logUnexpected(name, error) };
  const status = known ? statusOf(known) : outage ? 503 : 500;
  return new Response(JSON.stringify(body), { status, headers });
}

function reasonOf(error: AppError): string | undefined {
  return "reason" in error ? String(error.reason) : undefined;
}

function statusOf(error: AppError): number {
  return STATUS_OF_REASON[reasonOf(error) ?? ""] ?? STATUS[error.code];
}
