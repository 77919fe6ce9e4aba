import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Client, Pool } from "pg";
import { createPool } from "@/db/client";
import { seedDemonstration } from "@/db/seed/run";
import { adoptSettings, env, isGiven } from "@/lib/env";
import { romeDate } from "@/lib/kernel/rome-time";
import { APP_ROLE, applicationUrl, OWNER_ROLE } from "@/lib/platform/roles";

/** How to reach the one server of a run. */
export interface TestServer {
  port: number;
  /** Gone when the server is. */
  folder: string;
  passwords: { postgres: string; owner: string; app: string };
}

/** A database of its own, as the rows of a test see it. */
export interface DatabaseAddress {
  readonly name: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/** The migrated template of a run. */
export const TEMPLATE = "template_cantieri";
const DEMONSTRATION = "template_demonstration";
/** Any constant: test files that need the template at the same moment make it once. */
const TEMPLATE_LOCK = 7_264_121;
const HOUR_MS = 3_600_000;

/** Connection string to a database of a server. */
export function urlOf(
  { port, passwords }: TestServer,
  who: "postgres" | "owner" | "app",
  database: string,
): string {
  const role = { postgres: "postgres", owner: OWNER_ROLE, app: APP_ROLE }[who];
  return `postgresql://${role}:${passwords[who]}@127.0.0.1:${port}/${database}`;
}

/** Runs statements as the superuser of a server, outside of any test database. */
export async function onServer<T>(
  server: TestServer,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: urlOf(server, "postgres", "postgres") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database that is a copy of a template. */
export async function copyOf(server: TestServer, template: string): Promise<DatabaseAddress> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${template} owner ${OWNER_ROLE}`),
  );
  return addressOf(server, name);
}

const addressOf = (server: TestServer, name: string): DatabaseAddress => ({
  name,
  ownerUrl: urlOf(server, "owner", name),
  appUrl: urlOf(server, "app", name),
});

/** The template with the demonstration data, loaded by whoever needs it first. */
export const demonstrationTemplate = (server: TestServer): Promise<string> =>
  templateOnce(server, DEMONSTRATION, TEMPLATE, ({ appUrl }) =>
    withFilesIn(demonstrationFiles(server), () => loadDemonstration(appUrl)),
  );

/** The folder of the files that the rows of that template tell of. */
export const demonstrationFiles = (server: TestServer) => join(server.folder, "demonstration");

/** Lets this process store files in another folder meanwhile. */
async function withFilesIn(folder: string, work: () => Promise<void>): Promise<void> {
  const before = isGiven("FILES_DIR") ? env().FILES_DIR : "";
  adoptSettings({ FILES_DIR: folder });
  try {
    await work();
  } finally {
    adoptSettings({ FILES_DIR: before });
  }
}

/** A template that is another one and what `fill` adds to it, made by whoever needs it first. */
export async function templateOnce(
  server: TestServer,
  name: string,
  from: string,
  fill: (making: DatabaseAddress) => Promise<void>,
): Promise<string> {
  await onServer(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const known = await client.query("select from pg_database where datname = $1", [name]);
    if (known.rowCount !== 0) return;
    const making = addressOf(server, `${name}_making`);
    await client.query(`drop database if exists ${making.name} with (force)`);
    await client.query(`create database ${making.name} template ${from} owner ${OWNER_ROLE}`);
    await fill(making);
    await client.query(`alter database ${making.name} rename to ${name}`);
  });
  return name;
}

/** The day is that of an hour later: the call that closes today stays open over midnight in Rome. */
async function loadDemonstration(appUrl: string): Promise<void> {
  const pool = createPool(applicationUrl(appUrl));
  try {
    await seedDemonstration(pool, romeDate(new Date(Date.now() + HOUR_MS)));
  } finally {
    await pool.end();
  }
}

/** Connections of a test; they outlive a server that ends under them. */
export function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 20, pipeline: true });
  // Some tests end the server under their connections; the query that fails says so.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}
