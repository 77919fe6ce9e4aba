import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { livingHolder } from "@/lib/platform/folder-lock";
import { migrate } from "@/lib/platform/migrate";
import { type PostgresServer, startPostgres } from "@/lib/platform/postgres";
import { clearLeftovers } from "@/lib/platform/postgres-leftovers";
import { APP_ROLE, createDatabase, createRoles, OWNER_ROLE } from "@/lib/platform/roles";
import { TEMPLATE, type TestServer } from "./databases";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

interface Running {
  server: Promise<PostgresServer>;
  users: number;
}

/** The projects of one run (integration, races, e2e) share one server; the last one stops it. */
const shared = globalThis as { testPostgres?: Running };

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.testPostgres ??= { server: start(), users: 0 };
  const running = shared.testPostgres;
  running.users++;
  project.provide("postgres", await runningPostgres());
  return async () => {
    running.users--;
    if (running.users === 0) await stop(await running.server);
  };
}

/** How to reach the server of this run. */
export async function runningPostgres(): Promise<TestServer> {
  if (!shared.testPostgres) throw new Error("No server was set up for this run");
  const server = await shared.testPostgres.server;
  return {
    port: server.port,
    folder,
    passwords: {
      postgres: server.password("postgres"),
      owner: server.password(OWNER_ROLE),
      app: server.password(APP_ROLE),
    },
  };
}

const servers = join(process.cwd(), ".data", "test-postgres");
const folder = join(servers, String(process.pid));

async function start(): Promise<PostgresServer> {
  await sweep();
  const server = await startPostgres({ folder, durable: false });
  await createRoles(server);
  await createDatabase(server, TEMPLATE);
  await migrate(server.url(OWNER_ROLE, TEMPLATE));
  const client = new Client({ connectionString: server.url("postgres", "postgres") });
  await client.connect();
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await client.end();
  return server;
}

async function stop(server: PostgresServer): Promise<void> {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Folders of runs that were killed. */
async function sweep(): Promise<void> {
  mkdirSync(servers, { recursive: true });
  for (const name of readdirSync(servers)) {
    const old = join(servers, name);
    if (livingHolder(join(old, "lock")) !== undefined) continue;
    await clearLeftovers(join(old, "data"));
    rmSync(old, { recursive: true, force: true });
  }
}
