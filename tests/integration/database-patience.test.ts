import { sql } from "drizzle-orm";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { createPool, scopedDatabase } from "@/db/client";
import { isOutage } from "@/lib/platform/outage";
import { readiness } from "@/lib/platform/readiness";
import { inTransaction } from "@/lib/transaction";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { freezingProxy } from "../support/freezing-proxy";

const PATIENCE_MS = 800;
/** Of a connection and of a query, on a busy machine. */
const LONGEST_MS = 10 * PATIENCE_MS;

const database = await testDatabase();
const proxy = await freezingProxy(database.appUrl);
const pool = createPool(proxy.through(database.appUrl), { max: 3, patienceMs: PATIENCE_MS });
const ctx = testContext(pool);
afterAll(async () => {
  proxy.thaw();
  await pool.end();
  proxy.close();
});

/** How it failed; throws when it did not, or when it took too long to say so. */
async function failureOf(work: () => Promise<unknown>): Promise<unknown> {
  const begun = performance.now();
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Error);
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  return error;
}

const ask = () => ctx.db.execute(sql`select 1`);

test("a database that freezes is an outage within the time that is set, and the pool recovers", async () => {
  await Promise.all([ask(), ask(), ask()]);
  proxy.freeze();
  // Those at hand, and a new connection.
  const errors = await Promise.all([1, 2, 3, 4, 5].map(() => failureOf(ask)));
  expect(errors.map(isOutage)).toEqual([true, true, true, true, true]);
  expect(isOutage(await failureOf(ask))).toBe(true);
  expect(await readiness(pool)).toEqual({ ready: false, reason: "database_unreachable" });
  proxy.thaw();
  await ask();
  expect(await readiness(pool)).toEqual({ ready: true });
});

test("a transaction on a database that freezes ends as well, and gives its connection back to nobody", async () => {
  const error = await failureOf(() =>
    inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`select 1`);
      proxy.freeze();
      await tx.db.execute(sql`select 2`);
    }),
  );
  proxy.thaw();
  expect(isOutage(error)).toBe(true);
  for (let at = 0; at < 4; at += 1) await ask();
});

test("a statement that takes too long is given up by the server, and its connection serves on", async () => {
  const one = createPool(database.appUrl, { max: 1, patienceMs: PATIENCE_MS });
  onTestFinished(() => one.end());
  const db = scopedDatabase(one, "*");
  const backend = async () =>
    (await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)).rows[0]?.pid;
  const before = await backend();
  const error = await failureOf(() => db.execute(sql`select pg_sleep(60)`));
  expect((error as { cause?: { code?: string } }).cause?.code).toBe("57014");
  expect(isOutage(error)).toBe(true);
  expect(await backend()).toBe(before);
});

test("a transaction that stands still is ended by the server, so that others get its locks", async () => {
  const { rows } = await pool.query<{ setting: string }>(
    "select current_setting('idle_in_transaction_session_timeout') as setting",
  );
  expect(rows).toEqual([{ setting: "10s" }]);
  const error = await failureOf(() =>
    inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`set local idle_in_transaction_session_timeout = '50ms'`);
      await expect
        .poll(async () => {
          const idle = await database.app.query(
            "select 1 from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
          );
          return idle.rowCount;
        })
        .toBe(0);
      await tx.db.execute(sql`select 1`);
    }),
  );
  expect(isOutage(error)).toBe(true);
  await ask();
});

test("work by hand has no limit", async () => {
  const byHand = createPool(database.appUrl, { max: 1 });
  onTestFinished(() => byHand.end());
  const { rows } = await byHand.query("show statement_timeout");
  expect(rows).toEqual([{ statement_timeout: "0" }]);
});
