import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { pageCache } from "@/lib/platform/page-cache";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server that counts renderings, each with a nonce of its own. */
async function site(given: { ttlMs?: number; answer?: (response: ServerResponse) => void } = {}) {
  let rendered = 0;
  const render = async (_request: IncomingMessage, response: ServerResponse) => {
    rendered += 1;
    const nonce = `nonce${rendered}x`;
    await new Promise((resolve) => setTimeout(resolve, 5));
    response.setHeader("content-security-policy", `script-src 'nonce-${nonce}'`);
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (given.answer) return given.answer(response);
    response.write(`<p>Perché no? ${rendered}</p><script nonce="${nonce}">`);
    response.end(`</script><script nonce="${nonce}"></script>`);
  };
  const server = createServer(pageCache(render, given.ttlMs ?? 60_000));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(origin + path, { headers, redirect: "manual" }),
    leave: async (path: string) => {
      const leaving = new AbortController();
      const gone = fetch(origin + path, { signal: leaving.signal }).catch((error) => error.name);
      setTimeout(() => leaving.abort(), 2);
      return gone;
    },
    rendered: () => rendered,
  };
}

describe("pages kept for visitors without a cookie", () => {
  test("many visitors at once cost one rendering, and each has a nonce of its own", async () => {
    const { get, rendered } = await site();
    const answers = await Promise.all(Array.from({ length: 30 }, () => get("/avvisi/prova")));
    expect(rendered()).toBe(1);
    const nonces = new Set<string>();
    for (const answer of answers) {
      const nonce = /'nonce-([^']+)'/.exec(
        answer.headers.get("content-security-policy") ?? "",
      )?.[1];
      const body = await answer.text();
      expect(body).toBe(
        `<p>Perché no? 1</p><script nonce="${nonce}"></script><script nonce="${nonce}"></script>`,
      );
      nonces.add(nonce ?? "");
    }
    expect(nonces.size).toBe(30);
  });

  test.each(["/", "/en", "/en/avvisi", "/avvisi?zona=elba", "/zone/pisana", "/en/zone/pisana"])(
    "%s is kept",
    async (path) => {
      const { get, rendered } = await site();
      await get(path);
      await get(path);
      expect(rendered()).toBe(1);
    },
  );

  test.each([
    "/accedi",
    "/candidature/1/riepilogo",
    "/avvisi/x/candidati",
    "/ente/oggi",
    "/verifica/K7QF",
    "/english",
  ])("%s is rendered each time", async (path) => {
    const { get, rendered } = await site();
    await get(path);
    await get(path);
    expect(rendered()).toBe(2);
  });

  test("whoever carries a cookie, or asks for a part of a page, takes no part", async () => {
    const { get, rendered } = await site();
    await get("/");
    await get("/", { cookie: "cantieri-session=1" });
    await get("/", { rsc: "1" });
    expect(rendered()).toBe(3);
  });

  test("a page is not kept longer than told", async () => {
    const { get, rendered } = await site({ ttlMs: 1 });
    await get("/");
    await get("/");
    expect(rendered()).toBe(2);
  });

  test("an error, a redirect and a page that sets a cookie are passed on and not kept", async () => {
    const answers: [number, (response: ServerResponse) => void][] = [
      [404, (response) => response.writeHead(404).end("no")],
      [307, (response) => response.writeHead(307, { location: "/accedi" }).end()],
      [200, (response) => response.writeHead(200, { "set-cookie": "a=1" }).end("mine")],
    ];
    for (const [status, answer] of answers) {
      const { get, rendered } = await site({ answer });
      expect([(await get("/zone")).status, (await get("/zone")).status]).toEqual([status, status]);
      expect(rendered()).toBe(2);
    }
  });

  test("a browser gets it compressed", async () => {
    const { get } = await site();
    for (let time = 0; time < 2; time += 1) {
      const answer = await get("/", { "accept-encoding": "gzip" });
      expect(answer.headers.get("content-encoding")).toBe("gzip");
      expect(await answer.text()).toContain("Perché no?");
    }
  });

  test("a visitor who leaves during the rendering does not make the others wait", async () => {
    const { get, leave } = await site();
    const [gone, answer] = await Promise.all([leave("/zone"), get("/zone")]);
    expect(gone).toBe("AbortError");
    expect(await answer.text()).toContain("Perché no?");
    expect(await (await get("/zone")).text()).toContain("Perché no?");
  });
});
