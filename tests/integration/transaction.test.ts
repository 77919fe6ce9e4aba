import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { createPool } from "@/db/client";
import { inTransaction } from "@/lib/transaction";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";

const database = await testDatabase();

test("a command that swallows the failure of a statement is not told that it is done", async () => {
  const ctx = testContext(database.app);
  const done = inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select 1 / 0`).catch(() => undefined);
    return "done";
  });
  await expect(done).rejects.toThrow("failed before its commit");
});

test("after a migration that changes a statement's columns, one failure is the last", async () => {
  const pool = createPool(database.appUrl, { max: 1 });
  onTestFinished(() => pool.end());
  const ctx = testContext(pool);
  await database.owner.query(
    "create table passing (name text); grant select on passing to cantieri_app; insert into passing values ('Anna')",
  );
  const read = () =>
    inTransaction(ctx, async (tx) => {
      const { rows } = await tx.db.execute(sql`select * from passing where name = ${"Anna"}`);
      return rows;
    });
  expect(await read()).toEqual([{ name: "Anna" }]);
  await database.owner.query("alter table passing add column age integer");
  await expect(read()).rejects.toMatchObject({ cause: { code: "0A000" } });
  expect(await read()).toEqual([{ name: "Anna", age: null }]);
});
