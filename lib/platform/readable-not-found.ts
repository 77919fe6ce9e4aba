import type { IncomingMessage, ServerResponse } from "node:http";
import { localeOfPath } from "@/lib/i18n/addresses";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An address that no page answers, so that Next draws the page of what is not there. */
const NOWHERE = { it: "/non-trovata", en: "/en/non-trovata" };

/**
 * What of a response a rendering may replace, also for its compression. `on` and `flush` are of
 * the latter.
 */
const REPLACED = ["write", "end", "writeHead", "flushHeaders", "on", "flush"] as const;

/**
 * A page that finds nothing under its address says so by `notFound()`. Next then answers 404 with
 * an empty document whose text scripts have to draw. Here the page of what is not there, which
 * Next draws on the server for addresses without a page, takes its place: the same status, and
 * words for everybody.
 */
export function readableNotFound(render: Render): Render {
  return (request, response) => {
    if (!isPage(request)) return render(request, response);
    const symbols = new Set(Object.getOwnPropertySymbols(request));
    const given = Object.fromEntries(REPLACED.map((name) => [name, Reflect.get(response, name)]));
    const { write, end, writeHead, flushHeaders } = response;
    let empty: boolean | undefined;
    /** Decided once, when the head is about to be sent. */
    const isEmpty = (): boolean => {
      empty ??= response.statusCode === 404 && isHtml(response);
      if (!empty) Object.assign(response, { flushHeaders });
      return empty;
    };
    response.writeHead = ((status: number, ...rest: never[]) => {
      response.statusCode = status;
      return isEmpty() ? response : writeHead.call(response, status, ...rest);
    }) as ServerResponse["writeHead"];
    response.flushHeaders = () => {
      if (!isEmpty()) flushHeaders.call(response);
    };
    response.write = ((...given: Parameters<typeof write>) =>
      isEmpty() || write.apply(response, given)) as ServerResponse["write"];
    response.end = ((...last: Parameters<typeof end>) => {
      if (!isEmpty()) return end.apply(response, last);
      Object.assign(response, given);
      forget(request, response, symbols);
      request.url = NOWHERE[localeOfPath(request.url ?? "/")];
      void render(request, response);
      return response;
    }) as ServerResponse["end"];
    return render(request, response);
  };
}

/** Takes back what the first rendering left on the request and in the head of the answer. */
function forget(request: IncomingMessage, response: ServerResponse, kept: Set<symbol>): void {
  for (const mark of Object.getOwnPropertySymbols(request)) {
    if (!kept.has(mark)) Reflect.deleteProperty(request, mark);
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = 200;
}

const isHtml = (response: ServerResponse) =>
  String(response.getHeader("content-type") ?? "").startsWith("text/html");

/** A document that somebody opens: Next's own requests for parts of a page have these headers. */
const isPage = ({ method, headers }: IncomingMessage) =>
  (method === "GET" || method === "HEAD") && headers.rsc === undefined;
