import type { Client, Pool } from "pg";
import { afterAll, inject } from "vitest";
import {
  copyOf,
  type DatabaseAddress,
  demonstrationTemplate,
  onServer,
  openPool,
  TEMPLATE,
  urlOf,
} from "./databases";

export interface TestDatabase extends DatabaseAddress {
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
  return ownDatabase(await copyOf(inject("postgres"), options.template ?? TEMPLATE));
}

/** Connections to a copy that is of this test file alone: dropped when the file is done. */
export function ownDatabase(address: DatabaseAddress): TestDatabase {
  const opened = openDatabase(address);
  afterAll(() =>
    asSuperuser((client) => client.query(`drop database ${address.name} with (force)`)),
  );
  return opened;
}

/** A database of its own with the demonstration data, for a test file. */
export async function demonstrationDatabase(): Promise<TestDatabase> {
  return testDatabase({ template: await demonstrationTemplate(inject("postgres")) });
}

/** Connections to a database that is there already; closed when the test file is done. */
export function openDatabase(address: DatabaseAddress): TestDatabase {
  const owner = openPool(address.ownerUrl);
  const app = openPool(address.appUrl);
  afterAll(() => Promise.all([owner.end(), app.end()]));
  return { ...address, owner, app };
}

/** Connection string to a database of the run's server. */
export const testUrl = (who: "postgres" | "owner" | "app", database: string): string =>
  urlOf(inject("postgres"), who, database);

/** Runs statements as the superuser of the run's server, outside of any test database. */
export const asSuperuser = <T>(work: (client: Client) => Promise<T>): Promise<T> =>
  onServer(inject("postgres"), work);
