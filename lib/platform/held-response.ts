import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** What a rendering wanted to send. */
export type Held = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/**
 * Keeps back everything that is written to a response. `held` is fulfilled when the rendering has
 * ended it, with undefined when the visitor left before. After `restore` the response is as it
 * was, with the status and headers that were set.
 */
export function holdResponse(response: ServerResponse): {
  held: Promise<Held | undefined>;
  restore: () => void;
} {
  const chunks: Buffer[] = [];
  const { write, end, writeHead, flushHeaders } = response;
  const keep = (chunk: unknown, encoding?: unknown): void => {
    if (typeof chunk === "string") {
      chunks.push(
        Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"),
      );
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const held = new Promise<Held | undefined>((resolve) => {
    response.once("close", () => resolve(undefined));
    response.flushHeaders = () => undefined;
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.find((one) => typeof one === "object" && one !== null);
      for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
        if (value !== undefined) response.setHeader(name, value);
      }
      return response;
    }) as ServerResponse["writeHead"];
    response.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
      keep(chunk, encoding);
      const callback = typeof encoding === "function" ? encoding : done;
      if (typeof callback === "function") queueMicrotask(() => callback());
      return true;
    }) as ServerResponse["write"];
    response.end = ((chunk?: unknown, encoding?: unknown) => {
      keep(chunk, encoding);
      const headers = response.getHeaders();
      resolve({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
      return response;
    }) as ServerResponse["end"];
  });
  return {
    held,
    restore: () => Object.assign(response, { write, end, writeHead, flushHeaders }),
  };
}
