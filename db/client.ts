import type { Writable } from "node:stream";
import { NodePgDatabase, NodePgSession } from "drizzle-orm/node-postgres";
import { PgDialect } from "drizzle-orm/pg-core";
import { Pool, type PoolClient } from "pg";
import { prepared, type Query } from "./statement-names";

/** A handle for queries: the pool of a scope, or the connection of a transaction. */
export type Database = NodePgDatabase;

/** For whom a connection works: "*" (public, applicants, jobs) or the bodies of a member of staff. */
export type Scope = "*" | readonly string[];

type PoolOptions = {
  max?: number;
  onError?: (error: Error) => void;
  /**
   * Milliseconds after which an answer is given up: a server that is frozen, or a network that
   * swallows everything, closes no connection. Undefined for long work by hand.
   */
  patienceMs?: number;
};

/** A transaction that stands still for so long holds locks that others wait for: it is ended. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * The pool of the application's role. A restart of the server must not end the process, so idle
 * connections have an error listener; a request that loses its connection fails clearly.
 */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const { patienceMs } = options;
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 20,
    connectionTimeoutMillis: Math.min(10_000, patienceMs ?? 10_000),
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // The server gives up a little earlier than we do: the connection then goes on being used.
    ...(patienceMs && {
      query_timeout: patienceMs,
      statement_timeout: Math.round(patienceMs * 0.9),
      idle_in_transaction_session_timeout: LONGEST_PAUSE_MS,
    }),
    application_name: "cantieri",
    // Statements that do not wait for each other's answers share one way to the server and back.
    pipeline: true,
  });
  pool.on("error", options.onError ?? (() => undefined));
  pool.on("connect", (client) => client.on("error", options.onError ?? (() => undefined)));
  return pool;
}

const scopeOf = new WeakMap<PoolClient, string>();

/** Takes a connection and makes sure that the walls of row-level security stand for this scope. */
async function connectFor(pool: Pool, setting: string): Promise<PoolClient> {
  const client = await pool.connect();
  if (scopeOf.get(client) === setting) return client;
  try {
    await client.query("select set_config('cantieri.bodies', $1, false)", [setting]);
    scopeOf.set(client, setting);
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** What drizzle needs of a pool, with every connection set to one scope. */
class ScopedPool {
  readonly #pool: Pool;
  readonly #setting: string;

  constructor(pool: Pool, scope: Scope) {
    this.#pool = pool;
    this.#setting = scope === "*" ? "*" : scope.join(",");
  }

  async query(query: Query, values?: unknown[]): Promise<unknown> {
    const client = await connectFor(this.#pool, this.#setting);
    try {
      const result = await ask(client, query, values);
      client.release();
      return result;
    } catch (error) {
      client.release(isConnectionLoss(error));
      throw error;
    }
  }

  connect(): Promise<PoolClient> {
    return connectFor(this.#pool, this.#setting);
  }
}

function ask(client: PoolClient, query: Query, values?: unknown[]): Promise<unknown> {
  sendTogether(client);
  return client.query(prepared(query, values) as string, values);
}

const gathering = new WeakSet<PoolClient>();

/** What is asked on a connection in one turn of the event loop leaves in one packet. */
export function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (gathering.has(client)) return;
  gathering.add(client);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(client);
    stream.uncork();
  });
}

/** "cached plan must not change result type": a migration went by under a prepared statement. */
const CHANGED_RESULT = "0A000";

/** Connection exceptions, a server that shuts down, a transaction that stood still for too long. */
const LOST = ["08", "57P", "25P03"];

/** A connection that the server has closed, or whose statements are stale, must not be used again. */
export function isConnectionLoss(error: unknown): boolean {
  // drizzle wraps what went wrong in an error that quotes the statement, whose words mean nothing.
  let source = error;
  while (source instanceof Error && source.cause instanceof Error) source = source.cause;
  if (!(source instanceof Error)) return false;
  const { code, message } = source as Error & { code?: unknown };
  if (typeof code !== "string") return /terminated|closed|read timeout/i.test(message);
  if (code === CHANGED_RESULT) return true;
  return LOST.some((start) => code.startsWith(start)) || /^E[A-Z]+$/.test(code);
}

const connectors = new WeakMap<Database, ScopedPool>();

/** A query handle of one scope over the pool. */
export function scopedDatabase(pool: Pool, scope: Scope): Database {
  const scoped = new ScopedPool(pool, scope);
  const database = databaseOver(scoped as unknown as Pool);
  connectors.set(database, scoped);
  return database;
}

/** What drizzle needs of one connection. */
class Connection {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  query(query: Query, values?: unknown[]): Promise<unknown> {
    return ask(this.#client, query, values);
  }
}

/** The handle of a transaction that runs on one connection. */
export function connectionDatabase(client: PoolClient): Database {
  const known = handles.get(client);
  if (known) return known;
  const made = databaseOver(new Connection(client) as unknown as PoolClient);
  handles.set(client, made);
  return made;
}

const handles = new WeakMap<PoolClient, Database>();

/** One for all handles: it remembers how columns are spelled, and a transaction makes a handle. */
const dialect = new PgDialect({ casing: "snake_case" });

function databaseOver(client: Pool | PoolClient): Database {
  return new NodePgDatabase(dialect, new NodePgSession(client, dialect, undefined), undefined);
}

/** Takes a connection of a handle's scope; undefined when the handle is a transaction already. */
export function connectionOf(database: Database): Promise<PoolClient> | undefined {
  return connectors.get(database)?.connect();
}
