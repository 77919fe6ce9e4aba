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
    if (!route || !(length <= LONGEST_BODY)) return render(request, response);
    const handler = await route.handler();
    const params = Promise.resolve({ ...route.path.exec(path)?.groups });
    await send(response, await handler(webRequest(request), { params }));
  };
}

/** The body is read while the handler is at work already. */
function webRequest(request: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const bytes = collected(request);
  bytes.catch(() => undefined);
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      stream.enqueue(await bytes);
      stream.close();
    },
  });
  const init = { method: request.method ?? "GET", headers, body, duplex: "half" as const };
  return new Request(new URL(request.url ?? "/", env().APP_ORIGIN), init);
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
