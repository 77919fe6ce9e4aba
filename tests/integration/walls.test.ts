import { expect, test } from "vitest";
import { testDatabase } from "../support/database";

const database = await testDatabase();

/** Tables without data of a body: territory, people and what serves the whole installation. */
const OPEN_TABLES = [
  "account",
  "audit_head",
  "body",
  "call_municipality",
  "call_search",
  "edition",
  "file_object",
  "health_authority",
  "login_token",
  "membership",
  "municipality",
  "organisation",
  "organisation_invitation",
  "person",
  "phase",
  "platform_mark",
  "process",
  "rate_limit",
  "session",
  "sign_in_lock",
  "solution",
  "staff_credential",
  "staff_invitation",
  "trial_mail",
  "worker_heartbeat",
  "zone",
  "zone_municipality",
  "zone_succession",
];

test("every table with data of a body stands behind a wall", async () => {
  const tables = await database.owner.query<{ name: string; walled: boolean }>(
    `select relname as name, relrowsecurity and exists (
       select from pg_policy where polrelid = pg_class.oid) as walled
     from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  const open = tables.rows.filter((table) => !table.walled).map((table) => table.name);
  expect(open).toEqual(OPEN_TABLES);
});
