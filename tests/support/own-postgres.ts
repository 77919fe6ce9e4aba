import { mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll } from "vitest";
import { migrate } from "@/lib/platform/migrate";
import { startPostgres } from "@/lib/platform/postgres";
import {
  APP_ROLE,
  applicationUrl,
  createDatabase,
  createRoles,
  OWNER_ROLE,
} from "@/lib/platform/roles";
import type { TestDatabase } from "./database";
import { openPool } from "./databases";

/** A server that a test may end without disturbing others, with one migrated database. */
export interface OwnServer {
  readonly database: TestDatabase;
  /** Ends the server: "immediate" as a crash, with recovery at the next start; "fast" in order. */
  end(how: "immediate" | "fast"): Promise<void>;
  /** Starts it again on the same port and data; what was committed must be there. */
  start(): Promise<void>;
}

/** Call it at the top of a test file; server and data are gone when the file is done. */
export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync(resolve(".data", "own-postgres-"));
  let server = await startPostgres({ folder, durable: false });
  await createRoles(server);
  const name = "cantieri";
  await createDatabase(server, name);
  const ownerUrl = server.url(OWNER_ROLE, name);
  const appUrl = server.url(APP_ROLE, name);
  await migrate(ownerUrl);
  const owner = openPool(ownerUrl);
  const app = openPool(applicationUrl(appUrl));
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    database: { name, ownerUrl, appUrl, owner, app },
    async end(how) {
      process.kill(server.pid, how === "immediate" ? "SIGQUIT" : "SIGINT");
      await server.ended;
    },
    async start() {
      server = await startPostgres({ folder, durable: false, port: server.port });
    },
  };
}
