import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { tellTooMany, toldStatus } from "@/lib/platform/told-status";

/** A server whose page is drawn as it is told. */
async function asking(draw: (response: ServerResponse) => void) {
  const server = createServer(
    toldStatus(async (_request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      draw(response);
    }),
  );
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (headers: Record<string, string> = {}) => fetch(origin, { headers });
}

test("a page that says too many is answered with 429 and when to come back, others are not", async () => {
  let refuses = true;
  const ask = await asking((response) => {
    if (refuses) tellTooMany(42);
    response.setHeader("content-type", "text/html");
    response.write("<h1>Pagina</h1>");
    response.end();
  });
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("42");
  expect(await refused.text()).toBe("<h1>Pagina</h1>");
  // Scripts show only what comes with 200.
  expect((await ask({ rsc: "1" })).status).toBe(200);
  expect((await ask({ "next-action": "abc" })).status).toBe(200);
  refuses = false;
  const drawn = await ask();
  expect(drawn.status).toBe(200);
  expect(drawn.headers.get("retry-after")).toBeNull();
});

test("an answer that has a status of its own keeps it", async () => {
  const ask = await asking((response) => {
    tellTooMany(42);
    response.writeHead(404).end();
  });
  expect((await ask()).status).toBe(404);
});
