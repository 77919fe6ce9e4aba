import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { addressIn, localeOfPath } from "@/lib/i18n/addresses";
import en from "@/lib/i18n/messages/en/errors.json";
import it from "@/lib/i18n/messages/it/errors.json";
import { standingHeaders } from "./content-policy";
import { withFate } from "./outage";
import { plainPage } from "./plain-page";

/** Seconds after which trying again is worth while. */
const RETRY_AFTER = "5";

/** Headers of the failed answer that are right for the page in its place too. */
const KEPT = ["content-security-policy", ...standingHeaders.map(({ key }) => key.toLowerCase())];

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Puts a page with words in the place of every answer of 500 and above that a browser would show
 * as a page: what Next sends then is empty until scripts run, and a plain form would show the JSON
 * of its handler. A server that is away is told apart, with 503. Needs nothing but this process.
 */
export function failurePages(render: Render): Render {
  return async (request, response) => {
    if (!showsPages(request)) return render(request, response);
    const fate = { outage: false };
    // As it was asked for: on its way through the renderings the address changes.
    const { url: address = "/" } = request;
    replaceFailures(response, () => failurePage(request, address, fate.outage));
    await withFate(fate, () => render(request, response));
  };
}

/** Scripts ask for data, not for a page; Next's own requests for parts of a page say so. */
function showsPages({ headers }: IncomingMessage): boolean {
  return (
    /\btext\/html\b/.test(String(headers.accept)) &&
    headers.rsc === undefined &&
    headers["next-action"] === undefined
  );
}

type Page = { status: number; headers: OutgoingHttpHeaders; body: string };

/** Looks at the status when the first byte wants to leave; other answers flow on untouched. */
function replaceFailures(response: ServerResponse, page: () => Page): void {
  const { write, end, writeHead, flushHeaders } = response;
  let state: "waiting" | "passing" | "replaced" = "waiting";
  const isReplaced = (status = response.statusCode): boolean => {
    if (state !== "waiting") return state === "replaced";
    state = status >= 500 ? "replaced" : "passing";
    if (state === "passing") return false;
    const { status: shown, headers, body } = page();
    for (const name of response.getHeaderNames()) {
      if (!KEPT.includes(name)) response.removeHeader(name);
    }
    writeHead.call(response, shown, headers);
    end.call(response, body, "utf8");
    return true;
  };
  response.writeHead = (status: number, ...rest: unknown[]) =>
    isReplaced(status) ? response : Reflect.apply(writeHead, response, [status, ...rest]);
  response.flushHeaders = () => {
    if (!isReplaced()) flushHeaders.call(response);
  };
  response.write = (...given: unknown[]) =>
    isReplaced() ? swallowed(given) : Reflect.apply(write, response, given);
  response.end = (...given: unknown[]) => {
    if (isReplaced()) swallowed(given);
    else Reflect.apply(end, response, given);
    return response;
  };
}

/** What the failed rendering still says goes nowhere; whoever waits for it is told that it is gone. */
function swallowed(given: unknown[]): true {
  const told = given.at(-1);
  if (typeof told === "function") queueMicrotask(() => told());
  return true;
}

function failurePage(request: IncomingMessage, address: string, outage: boolean): Page {
  const locale = localeOfPath(address.split("?")[0] ?? "/");
  const catalogue = locale === "en" ? en : it;
  const words = outage ? catalogue.unavailable : catalogue.unexpected;
  const isForm = request.method !== "GET" && request.method !== "HEAD";
  const target = isForm ? pageBefore(request, locale) : address;
  const link = isForm ? catalogue.unavailable.back : words.retry;
  const body = plainPage({
    locale,
    title: words.title,
    paragraphs: [words.text, ...(isForm ? [catalogue.unavailable.form] : [])],
    links: [{ href: target, words: link }],
  });
  return {
    status: outage ? 503 : 500,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "cache-control": "no-store",
      ...(outage ? { "retry-after": RETRY_AFTER } : {}),
    },
    body,
  };
}

/** The page whose form was sent, where the browser names one of ours; else the first page. */
function pageBefore({ headers }: IncomingMessage, locale: "it" | "en"): string {
  const home = addressIn(locale, "/");
  const referer = URL.parse(headers.referer ?? "");
  return referer && referer.host === headers.host ? referer.pathname + referer.search : home;
}
