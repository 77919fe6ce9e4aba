import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { failurePages } from "@/lib/platform/failure-page";
import { isOutage, noteOutage } from "@/lib/platform/outage";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server whose rendering answers as it is told. */
async function asking(answer: Answer) {
  const server = createServer(
    failurePages(async (request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      answer(response, request);
    }),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (path = "/avvisi", init: RequestInit = {}) =>
    fetch(origin + path, {
      ...init,
      headers: { accept: "text/html,*/*;q=0.8", ...(init.headers as Record<string, string>) },
    });
}

const fails: Answer = (response) => {
  response.statusCode = 500;
  response.setHeader("content-type", "application/json");
  response.setHeader("content-security-policy", "default-src 'self'");
  response.setHeader("location", "/altrove");
  response.write('{"stack":');
  response.end('"Error: at secret.ts"}');
};

describe("the page in the place of a failure", () => {
  test("says what to do, in the language of the address, and nothing of the inside", async () => {
    const ask = await asking(fails);
    const italian = await ask("/avvisi?zona=elba");
    expect(italian.status).toBe(500);
    expect(italian.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(italian.headers.get("content-security-policy")).toBe("default-src 'self'");
    expect(italian.headers.get("location")).toBeNull();
    expect(italian.headers.get("retry-after")).toBeNull();
    const text = await italian.text();
    expect(text).toContain("Qualcosa non ha funzionato");
    expect(text).toContain('href="/avvisi?zona=elba"');
    expect(text).not.toContain("secret");
    expect(await (await ask("/en/avvisi")).text()).toContain("Something did not work");
  });

  test("tells a server that is away apart, with when to come back", async () => {
    const ask = await asking((response, request) => {
      noteOutage();
      fails(response, request);
    });
    const answer = await ask();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(await answer.text()).toContain("momentaneamente non disponibile");
  });

  test("leads back to the page of a form, but never to another site", async () => {
    const ask = await asking(fails);
    const send = async (referer: string) =>
      (await ask("/invia", { method: "POST", body: "x", headers: { referer } })).text();
    const own = new URL((await ask()).url).origin;
    expect(await send(`${own}/riepilogo?a=1&b="2"`)).toContain(
      'href="/riepilogo?a=1&#38;b=%222%22"',
    );
    expect(await send("https://example.com/riepilogo")).toContain('href="/"');
  });

  test("swallows what the rendering still says, and ends once", async () => {
    const ask = await asking((response) => {
      response.writeHead(500, { "content-type": "text/html" });
      response.flushHeaders();
      response.write("secret", () => response.end("secret", () => response.end()));
    });
    const answer = await ask();
    expect(await answer.text()).not.toContain("secret");
  });
});

describe("what is left alone", () => {
  test("answers below 500, byte by byte, compressed or not", async () => {
    const ask = await asking((response) => {
      response.writeHead(404, { "content-type": "text/html", "content-encoding": "gzip" });
      const packed = gzipSync("<p>Non c’è</p>");
      response.write(packed.subarray(0, 9));
      response.end(packed.subarray(9));
    });
    const answer = await ask();
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("<p>Non c’è</p>");
  });

  test.each([
    { accept: "*/*" },
    { accept: "text/html", rsc: "1" },
    { accept: "text/html", "next-action": "abc" },
  ])("requests of scripts: %o", async (headers) => {
    const ask = await asking(fails);
    const answer = await ask("/avvisi", { headers: { ...headers } as Record<string, string> });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("stack");
  });
});

describe("an outage", () => {
  const coded = (code: string) => Object.assign(new Error("x"), { code });

  test.each(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "53300"])("is %s", (code) => {
    expect(isOutage(coded(code))).toBe(true);
    expect(isOutage(new Error("Failed query", { cause: coded(code) }))).toBe(true);
  });

  test.each(["Connection terminated unexpectedly", "timeout exceeded when trying to connect"])(
    "is what pg says without a code: %s",
    (message) => {
      expect(isOutage(new Error(message))).toBe(true);
    },
  );

  test.each(["23505", "40001", "42P01", "ENOSPC", "ENOENT"])("is not %s", (code) => {
    expect(isOutage(coded(code))).toBe(false);
  });

  test("is not a mistake of ours", () => {
    expect(isOutage(new TypeError("x is not a function"))).toBe(false);
    expect(isOutage(undefined)).toBe(false);
  });
});
