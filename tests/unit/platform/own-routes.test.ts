import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { ownRoutes } from "@/lib/platform/own-routes";

const seen: { url: string; params: Record<string, string>; body: string; header: string | null }[] =
  [];
let begun: () => void = () => undefined;

const handle = ownRoutes(
  async (asked, response) => {
    asked.resume();
    response.end("next");
  },
  [
    {
      method: "POST",
      path: /^(?:\/(?<locale>en))?\/cose\/(?<id>[^/]+)$/,
      handler: async () => async (asked, given) => {
        begun();
        const params = await given.params;
        const { url, headers } = asked;
        seen.push({ url, params, body: await asked.text(), header: headers.get("x-tried") });
        return new Response("fatto", { status: 201, headers: { "x-own": "s" } });
      },
    },
    {
      method: "PATCH",
      path: /^\/lunghe\/(?<most>\d+)$/,
      streams: true,
      // Reads no more than it is told to.
      handler: async () => async (asked, given) => {
        const most = Number((await given.params).most);
        let read = 0;
        for await (const part of Readable.fromWeb(asked.body as WebStream)) {
          read += (part as Buffer).length;
          if (read > most) return new Response("basta", { status: 413 });
        }
        return new Response(String(read));
      },
    },
  ],
);
const server = createServer((asked: IncomingMessage, response: ServerResponse) => {
  void handle(asked, response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
afterAll(() => server.close());
beforeEach(() => {
  seen.length = 0;
  begun = () => undefined;
});

const at = (path: string) => `http://127.0.0.1:${port}${path}`;

test("its address is answered by the handler, with the parts that vary, headers and body", async () => {
  const headers = { "x-tried": "1" };
  const answer = await fetch(at("/en/cose/7?a=b"), { method: "POST", headers, body: "già" });
  expect([answer.status, await answer.text()]).toEqual([201, "fatto"]);
  expect(answer.headers.get("x-own")).toBe("s");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("strict-transport-security")).toContain("max-age");
  expect(seen).toHaveLength(1);
  expect(seen[0]).toMatchObject({ body: "già", header: "1", params: { locale: "en", id: "7" } });
  expect(new URL(seen[0]?.url ?? "").pathname).toBe("/en/cose/7");
});

test.each([
  ["another method", "/cose/7", { method: "PUT", body: "x" }],
  ["another address", "/cose/7/altro", { method: "POST", body: "x" }],
  ["a body that is longer than any form", "/cose/7", { method: "POST", body: "x".repeat(70_000) }],
])("%s goes on to Next", async (_, path, init) => {
  const answer = await fetch(at(path), init);
  expect(await answer.text()).toBe("next");
  expect(seen).toEqual([]);
});

test("a long body is read as it comes, whole, by a handler that takes it", async () => {
  const body = Buffer.alloc(3 * 1024 * 1024, 1);
  const answer = await fetch(at(`/lunghe/${body.length}`), { method: "PATCH", body });
  expect([answer.status, await answer.text()]).toEqual([200, String(body.length)]);
});

/** What comes until the words that end it. */
async function heard(socket: Socket, ending: string): Promise<string> {
  let text = "";
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    text += String(part);
    if (text.endsWith(ending)) break;
  }
  return text;
}

describe("a client that is answered while it still sends", () => {
  const BODY = 16 * 1024 * 1024;

  test("reads why although it sent everything first, and asks again on the same connection", async () => {
    const socket = connect(port, "127.0.0.1").pause();
    const head = (length: number) =>
      `PATCH /lunghe/1000 HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${length}\r\n\r\n`;
    socket.write(head(BODY));
    await new Promise((sent) => socket.write(Buffer.alloc(BODY), sent));
    expect(await heard(socket, "basta")).toMatch(/^HTTP\/1.1 413 /);
    socket.write(`${head(1)}a`);
    expect(await heard(socket, "\r\n\r\n1")).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
  });

  test("and does not stop is hung up on in the end", async () => {
    const sending = request(at("/lunghe/1000"), { method: "PATCH" });
    const cut = new Promise<void>((resolve) => {
      sending.on("error", () => resolve());
      sending.on("close", () => resolve());
    });
    const more = () => {
      while (!sending.destroyed && sending.write(Buffer.alloc(65_536)));
    };
    sending.on("drain", more);
    const answered = once(sending, "response");
    more();
    const [answer] = (await answered) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    expect(String(await answer.toArray())).toBe("basta");
    await cut;
  });
});

test("the handler is at work before the body has come", async () => {
  const working = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const headers = { "content-length": "4" };
  const asked = request(at("/cose/9"), { method: "POST", headers });
  asked.write("ab");
  await working;
  const answered = once(asked, "response");
  asked.end("cd");
  const [answer] = (await answered) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(201);
  expect(seen[0]?.body).toBe("abcd");
});
