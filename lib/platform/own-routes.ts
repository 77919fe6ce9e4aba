import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import type { Handler } from "@/lib/safe-answer";
import { standingHeaders } from "./content-policy";

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An address that our own server answers, by the same handler that Next's route has. */
export type OwnRoute = {
  method: string;
  /** The named groups are the parts of the address that vary. */
  path: RegExp;
  /** It takes what a client sends as it comes, however long that is; others take short forms. */
  streams?: boolean;
  handler: () => Promise<Handler>;
};

/** Bytes of a form without files; the longest of ours has some hundred. */
const LONGEST_BODY = 64 * 1024;

/**
 * Answers some addresses before Next sees them: where hundreds come in a second, Next's way to a
 * handler costs as much as the database does. Everything else, and what is too long, goes on.
 */
export function ownRoutes(render: Render, routes: readonly OwnRoute[]): Render {
  return async (request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    const route = routes.find((one) => one.method === request.method && one.path.test(path));
    const length = Number(request.headers["content-length"] ?? Number.NaN);
    const streams = route?.streams ?? false;
    if (!route || !(streams || length <= LONGEST_BODY)) return render(request, response);
    const handler = await route.handler();
    const params = Promise.resolve({ ...route.path.exec(path)?.groups });
    const body = streams ? streamed(request) : collectedAtOnce(request);
    const answer = await handler(webRequest(request, body), { params });
    if (!request.complete) linger(request);
    await send(response, answer);
  };
}

function webRequest(request: IncomingMessage, body: ReadableStream<Uint8Array>): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const init = { method: request.method ?? "GET", headers, body, duplex: "half" as const };
  return new Request(new URL(request.url ?? "/", env().APP_ORIGIN), init);
}

/** The body is read while the handler is at work already. */
function collectedAtOnce(request: IncomingMessage): ReadableStream<Uint8Array> {
  const bytes = collected(request);
  bytes.catch(() => undefined);
  return new ReadableStream({
    async pull(stream) {
      stream.enqueue(await bytes);
      stream.close();
    },
  });
}

/** A client sends no faster than the handler reads; one who reads no more leaves the connection be. */
function streamed(request: IncomingMessage): ReadableStream<Uint8Array> {
  const parts = request.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      async pull(stream) {
        const { done, value } = await parts.next();
        if (done) stream.close();
        else stream.enqueue(value);
      },
      async cancel() {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Bytes that are read on after an answer that did not wait for the whole body. */
const LINGERING_BYTES = 64 * 1024 * 1024;

/**
 * Whoever closes a connection on which the other side still sends makes it forget what it had not
 * read yet: the very answer that says why (RFC 9112, 9.6). So the rest is read and let go, and the
 * connection serves the next request; who never stops is hung up on in the end.
 */
function linger(request: IncomingMessage): void {
  let passed = 0;
  request.on("error", () => undefined);
  request.on("data", (part: Buffer) => {
    passed += part.length;
    if (passed > LINGERING_BYTES) request.destroy();
  });
}

async function collected(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function send(response: ServerResponse, answer: Response): Promise<void> {
  for (const { key, value } of standingHeaders) response.setHeader(key, value);
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  const body = answer.body ? Buffer.from(await answer.arrayBuffer()) : undefined;
  response.writeHead(answer.status, { "content-length": body?.byteLength ?? 0 });
  response.end(body);
}
