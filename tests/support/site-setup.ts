import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import type { DatabaseAddress } from "./databases";
import { runningPostgres } from "./postgres-setup";
import { settledDemonstration } from "./settled-demonstration";
import { type Site, startSite } from "./site";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where test files ask for the shared site. */
    sharedSite: string;
  }
}

/** What a test file is told of the shared site. */
export interface SharedSite {
  readonly origin: string;
  readonly files: string;
  readonly address: DatabaseAddress;
}

/** One site for many test files, started by the first that asks for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<{ site: Site; address: DatabaseAddress }> | undefined;
  const desk = createServer((_request, response) => {
    started ??= start();
    started.then(
      ({ site: { origin, files }, address }) =>
        response.end(JSON.stringify({ origin, files, address } satisfies SharedSite)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  desk.listen(0, "127.0.0.1");
  await once(desk, "listening");
  project.provide("sharedSite", `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    await (await started)?.site.end();
  };
}

async function start() {
  const server = await runningPostgres();
  const { address, filesFrom } = await settledDemonstration(server);
  // Public pages are kept as in service. Limits count by address: the test of one comes from its own.
  const env = { PAGE_CACHE_MS: "1000", TRUSTED_PROXIES: "1" };
  return { address, site: await startSite(server, address, { env, filesFrom }) };
}
