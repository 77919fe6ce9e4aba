import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
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
