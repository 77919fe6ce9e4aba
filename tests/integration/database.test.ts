import { expect, test } from "vitest";
import { testDatabase } from "../support/database";

const database = await testDatabase();

test("the application's role owns nothing and cannot change the schema", async () => {
  const owned = await database.owner.query(
    "select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'cantieri_app'",
  );
  expect(owned.rows).toEqual([]);
  await expect(database.app.query("create table public.mine (id int)")).rejects.toThrow(/denied/);
  await expect(database.app.query("drop schema public cascade")).rejects.toThrow(/owner/);
});

test("the application's role enqueues a job and sees it", async () => {
  await database.app.query("select graphile_worker.add_job('probe', '{}')");
  const jobs = await database.app.query("select task_identifier from graphile_worker.jobs");
  expect(jobs.rows).toEqual([{ task_identifier: "probe" }]);
});
