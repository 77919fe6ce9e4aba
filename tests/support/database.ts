import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { afterAll, inject } from "vitest";
import { loadDemonstration } from "@/lib/platform/demonstration";
import { APP_ROLE, OWNER_ROLE } from "@/lib/platform/roles";
import { TEMPLATE } from "./postgres-setup";

export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Connections that own the tables: row-level security does not bind them. */
  readonly owner: Pool;
  /** Connections as the application has them. */
  readonly app: Pool;
}

/**
 * A database of its own for a test file: a copy of the migrated template, dropped when the file is
 * done. Call it at the top of the file: `const database = await testDatabase();`
 */
export async function testDatabase(options: { template?: string } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asSuperuser((client) =>
    client.query(
      `create database ${name} template ${options.template ?? TEMPLATE} owner ${OWNER_ROLE}`,
    ),
  );
  const ownerUrl = testUrl("owner", name);
  const appUrl = testUrl("app", name);
  const owner = openPool(ownerUrl);
  const app = openPool(appUrl);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await asSuperuser((client) => client.query(`drop database ${name} with (force)`));
  });
  return { name, ownerUrl, appUrl, owner, app };
}

/** A database of its own with the demonstration data, for a test file. */
export async function demonstrationDatabase(): Promise<TestDatabase> {
  await demonstrationTemplate();
  return testDatabase({ template: DEMONSTRATION });
}

const DEMONSTRATION = "template_demonstration";
/** Any constant: test files that need the template at the same moment make it once. */
const TEMPLATE_LOCK = 7_264_121;

async function demonstrationTemplate(): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const known = await client.query("select from pg_database where datname = $1", [DEMONSTRATION]);
    if (known.rowCount !== 0) return;
    const making = `${DEMONSTRATION}_making`;
    await client.query(`drop database if exists ${making} with (force)`);
    await client.query(`create database ${making} template ${TEMPLATE} owner ${OWNER_ROLE}`);
    await loadDemonstration(testUrl("app", making));
    await client.query(`alter database ${making} rename to ${DEMONSTRATION}`);
  });
}

/** Connections of a test; they outlive a server that ends under them. */
export function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 20 });
  // Some tests end the server under their connections; the query that fails says so.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Connection string to a database of the run's server. */
export function testUrl(who: "postgres" | "owner" | "app", database: string): string {
  const { port, passwords } = inject("postgres");
  const role = { postgres: "postgres", owner: OWNER_ROLE, app: APP_ROLE }[who];
  return `postgresql://${role}:${passwords[who]}@127.0.0.1:${port}/${database}`;
}

/** Runs statements as the superuser of the run's server, outside of any test database. */
export async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testUrl("postgres", "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
