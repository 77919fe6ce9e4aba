import { sql } from "drizzle-orm";
import { connectionDatabase, connectionOf, isConnectionLoss, sendTogether } from "@/db/client";
import type { Ctx } from "./context";

const ATTEMPTS = 4;
const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";

/**
 * A result whose last statement is on its way: the commit follows it without waiting for its
 * answer, so that locks end one journey earlier. If the statement fails the server rolls back.
 */
export class Closing<T> {
  constructor(
    readonly result: T,
    readonly last: Promise<unknown>,
  ) {}
}

/**
 * Runs `work` in one transaction; inside another one it joins it. Serialization failures and
 * deadlocks are tried again from the start, so `work` must have no effect outside the database.
 * Whatever it throws rolls everything back.
 */
export async function inTransaction<T>(
  ctx: Ctx,
  work: (tx: Ctx) => Promise<T | Closing<T>>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const connecting = connectionOf(ctx.db);
    if (!connecting) return finished(await work(ctx));
    const client = await connecting;
    try {
      sendTogether(client);
      const begun = client.query("begin");
      // Awaited after the work, whose first statement need not wait for the answer to this one.
      begun.catch(() => undefined);
      const result = await work({ ...ctx, db: connectionDatabase(client) });
      await begun;
      sendTogether(client);
      const ended = client.query("commit");
      const [value, { command }] = await Promise.all([finished(result), ended]);
      // What a command swallowed has undone everything: nobody may be told that it is done.
      if (command !== "COMMIT") throw new Error("the transaction had failed before its commit");
      client.release();
      return value;
    } catch (error) {
      const lost = isConnectionLoss(error) || (await rollbackFails(client));
      client.release(lost);
      if (attempt >= ATTEMPTS || !isWorthAnotherTry(error)) throw error;
    }
  }
}

async function finished<T>(done: T | Closing<T>): Promise<T> {
  if (!(done instanceof Closing)) return done;
  await done.last;
  return done.result;
}

async function rollbackFails(client: { query(text: string): Promise<unknown> }): Promise<boolean> {
  try {
    await client.query("rollback");
    return false;
  } catch {
    return true;
  }
}

function isWorthAnotherTry(error: unknown): boolean {
  const code = postgresCode(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK;
}

/** The SQLSTATE of an error, also where drizzle wrapped it. */
export function postgresCode(error: unknown): string | undefined {
  const found = postgresError(error);
  return found?.code;
}

/** The name of the constraint an error speaks of, to turn it into a refusal. */
export function violatedConstraint(error: unknown): string | undefined {
  return postgresError(error)?.constraint;
}

function postgresError(error: unknown): { code: string; constraint?: string } | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const candidate = at as Error & { code?: unknown; constraint?: string };
    if (typeof candidate.code === "string") {
      return candidate.constraint === undefined
        ? { code: candidate.code }
        : { code: candidate.code, constraint: candidate.constraint };
    }
  }
  return undefined;
}

/** The same as an expression, for a statement that asks for more. */
export const clockNow = sql.raw(
  `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
);

/** The clock of the database now, in UTC with microseconds: the one that legal times are taken from. */
export async function databaseClock(ctx: Ctx): Promise<string> {
  const result = await ctx.db.execute<{ at: string }>(sql`select ${clockNow} as at`);
  const row = result.rows[0];
  if (!row) throw new Error("the database told no time");
  return row.at;
}
