import { Client } from "pg";
import type { PostgresServer } from "./postgres";

/** Owns the schema and migrates it. */
export const OWNER_ROLE = "cantieri_owner";
/** What the web and the worker connect as: it owns nothing, so row-level security binds it. */
export const APP_ROLE = "cantieri_app";

/**
 * An address whose sessions take the application's role, whoever logs in: the owner of the tables,
 * where one address serves for everything, would not be bound by row-level security.
 */
export function applicationUrl(url: string): string {
  const address = new URL(url);
  const options = address.searchParams.get("options") ?? "";
  address.searchParams.set("options", `${options} -c role=${APP_ROLE}`.trim());
  return address.href;
}

/** Makes the two roles on a server of ours, or sets their passwords when they are there. */
export async function createRoles(server: PostgresServer): Promise<void> {
  await asSuperuser(server, async (client) => {
    for (const role of [OWNER_ROLE, APP_ROLE]) {
      const known = await client.query("select from pg_roles where rolname = $1", [role]);
      const verb = known.rowCount === 0 ? "create" : "alter";
      // A password is hexadecimal: DDL takes no parameters.
      await client.query(`${verb} role ${role} login password '${server.password(role)}'`);
    }
    await client.query(`grant ${APP_ROLE} to ${OWNER_ROLE}`);
  });
}

/** Makes the database of this name, owned by the owner role, unless it is there. */
export async function createDatabase(server: PostgresServer, name: string): Promise<void> {
  await asSuperuser(server, async (client) => {
    const known = await client.query("select from pg_database where datname = $1", [name]);
    if (known.rowCount === 0) await client.query(`create database ${name} owner ${OWNER_ROLE}`);
  });
}

async function asSuperuser(
  server: PostgresServer,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString: server.url("postgres", "postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
