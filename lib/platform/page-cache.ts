import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { type Held, holdResponse } from "./held-response";

/** Addresses whose pages are the same for every visitor who carries no cookie. */
const PUBLIC_PAGE =
  /^\/(?:en\/?)?(?:(?<=\/)(?:(?:avvisi|zone)(?:\/[a-z0-9-]+)?|come-funziona|guida|privacy|note-legali|accessibilita))?(?:\?.*)?$/;

/** Headers by which Next asks for parts of a page; those answers are not pages. */
const PARTIAL = ["rsc", "next-action", "next-router-prefetch", "next-router-state-tree"];

/** Pages kept at most: addresses with filters are many, and a second is short. */
const MOST = 400;

/** Set anew for each answer, or by the server itself. */
const OWN_HEADERS = ["content-length", "transfer-encoding", "connection", "keep-alive", "date"];

const POLICY = "content-security-policy";

/** A rendered page, cut where its nonce stood. */
type Page = { headers: OutgoingHttpHeaders; body: Buffer[]; policy: string[] };
type Rendering = { startedAt: number; page: Promise<Page | undefined> };
type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Keeps rendered public pages for `ttlMs` milliseconds, so that a rush of visitors costs one
 * rendering a second. Only requests without any cookie take part. The stored page is cut where
 * the nonce of its content policy stood: every answer gets a nonce of its own.
 */
export function pageCache(render: Render, ttlMs: number): Render {
  const renderings = new Map<string, Rendering>();
  return async (request, response) => {
    const address = request.url ?? "/";
    if (ttlMs === 0 || !takesPart(request, address)) return render(request, response);
    const known = renderings.get(address);
    if (known && performance.now() - known.startedAt < ttlMs) {
      const page = await known.page;
      return page ? send(request, response, page) : render(request, response);
    }
    renderings.delete(address);
    const oldest = renderings.keys().next();
    if (renderings.size >= MOST && !oldest.done) renderings.delete(oldest.value);
    const leader = renderOnce(render, request, response);
    renderings.set(address, { startedAt: performance.now(), page: leader });
    await leader;
  };
}

function takesPart(request: IncomingMessage, address: string): boolean {
  return (
    request.method === "GET" &&
    request.headers.cookie === undefined &&
    PARTIAL.every((name) => request.headers[name] === undefined) &&
    PUBLIC_PAGE.test(address)
  );
}

/** Renders for one visitor, answers it, and gives the page to who asks in the meantime. */
async function renderOnce(
  render: Render,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Page | undefined> {
  const accepted = request.headers["accept-encoding"];
  // Next would compress: a nonce cannot be exchanged in compressed bytes.
  delete request.headers["accept-encoding"];
  const { held, restore } = holdResponse(response);
  void render(request, response);
  const answer = await held;
  restore();
  if (!answer) return undefined;
  if (accepted !== undefined) request.headers["accept-encoding"] = accepted;
  const page = pageOf(answer);
  if (page) send(request, response, page);
  else response.end(answer.body);
  return page;
}

/** The page that an answer can be kept as; undefined when it is an error or has no nonce. */
function pageOf({ status, headers, body }: Held): Page | undefined {
  const policy = headers[POLICY];
  const nonce = typeof policy === "string" ? /'nonce-([^']+)'/.exec(policy)?.[1] : undefined;
  const isPage = status === 200 && String(headers["content-type"]).startsWith("text/html");
  if (!isPage || !nonce || typeof policy !== "string" || headers["set-cookie"]) return undefined;
  const kept = Object.entries(headers).filter(
    ([name]) => name !== POLICY && !OWN_HEADERS.includes(name),
  );
  return {
    headers: Object.fromEntries(kept),
    body: body
      .toString("utf8")
      .split(nonce)
      .map((part) => Buffer.from(part)),
    policy: policy.split(nonce),
  };
}

function send(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const nonce = randomBytes(16).toString("base64");
  const marks = Buffer.from(nonce);
  const parts = page.body.flatMap((part, at) => (at === 0 ? [part] : [marks, part]));
  let body = Buffer.concat(parts);
  const headers: OutgoingHttpHeaders = {
    ...page.headers,
    [POLICY]: page.policy.join(nonce),
    vary: "accept-encoding, cookie",
  };
  if (/\bgzip\b/.test(String(request.headers["accept-encoding"]))) {
    body = gzipSync(body, { level: 1 });
    headers["content-encoding"] = "gzip";
  }
  headers["content-length"] = body.byteLength;
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(200, headers);
  response.end(body);
}
