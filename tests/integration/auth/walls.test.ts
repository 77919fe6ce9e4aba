import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { givenBody, givenStaff } from "../../support/people";

const database = await testDatabase();
const ctx = testContext(database.app, { seed: "walls" });

/** Tables that must stand behind the wall of a body, by themselves or by way of their parent. */
const { rows: walled } = await database.owner.query<{ name: string; policies: string[] }>(`
  select c.relname as name, array_agg(p.polname::text) as policies
  from pg_class c left join pg_policy p on p.polrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
  group by c.relname order by c.relname`);

/** Columns by which a row belongs to a body. */
const { rows: owned } = await database.owner.query<{ name: string }>(`
  select table_name as name from information_schema.columns
  where table_schema = 'public' and column_name = 'body_id' order by 1`);

let ours = "";
let theirs = "";
beforeAll(async () => {
  ours = await givenBody(ctx, "VAL");
  theirs = await givenBody(ctx, "FNO");
  await givenStaff(ctx, "ours@example.org", [{ bodyId: ours, role: "officer" }]);
  await givenStaff(ctx, "theirs@example.org", [{ bodyId: theirs, role: "officer" }]);
  await fillEveryWalledTable();
});

/**
 * One row of each body in every table with a body: written by the owner with all checks switched
 * off, because what is tried is the wall and not the life of the row.
 */
async function fillEveryWalledTable(): Promise<void> {
  const client = await database.owner.connect();
  try {
    for (const { name } of owned) {
      const { rows: columns } = await client.query<{ name: string; type: string; udt: string }>(
        `select column_name as name, data_type as type, udt_name as udt
         from information_schema.columns where table_schema = 'public' and table_name = $1
           and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER'`,
        [name],
      );
      await client.query(`alter table "${name}" disable trigger user`);
      await dropConstraints(client, name);
      for (const bodyId of [ours, theirs]) {
        const given = columns.filter((column) => column.name !== "body_id");
        const names = ["body_id", ...given.map((column) => column.name)];
        const values = [`'${bodyId}'`, ...given.map(sample)];
        await client.query(
          `insert into "${name}" (${names.map((one) => `"${one}"`).join(", ")})
           values (${values.join(", ")})`,
        );
      }
    }
  } finally {
    client.release();
  }
}

async function dropConstraints(
  client: { query: (text: string) => Promise<unknown> },
  name: string,
) {
  await client.query(`do $$ declare c text; begin
    for c in select conname from pg_constraint
      where conrelid = '"${name}"'::regclass and contype in ('f', 'c')
    loop execute format('alter table "${name}" drop constraint %I', c); end loop; end $$`);
}

function sample(column: { type: string; udt: string }): string {
  if (column.type === "ARRAY") return `'{}'::${column.udt}`;
  const values: Record<string, string> = {
    uuid: "gen_random_uuid()",
    text: "gen_random_uuid()::text",
    jsonb: "'{}'",
    boolean: "false",
    date: "'2026-11-25'",
    bytea: "'\\x00'",
    "timestamp with time zone": "now()",
  };
  return values[column.type] ?? "1";
}

async function seenBodies(scope: "*" | readonly string[], table: string): Promise<Set<string>> {
  const found = await scopedDatabase(database.app, scope).execute<{ body_id: string }>(
    `select body_id from "${table}"`,
  );
  return new Set(found.rows.map((row) => row.body_id));
}

describe("every table with a body", () => {
  test("is walled, without exception", () => {
    const names = walled.map(({ name }) => name);
    expect(owned.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
    expect(owned.length).toBeGreaterThan(10);
  });

  test.each(owned.map(({ name }) => name))(
    "%s: staff of a body see its rows alone",
    async (name) => {
      expect(await seenBodies([ours], name)).toEqual(new Set([ours]));
      expect(await seenBodies([theirs], name)).toEqual(new Set([theirs]));
      const both = await seenBodies("*", name);
      expect([both.has(ours), both.has(theirs)]).toEqual([true, true]);
    },
  );

  test.each(owned.map(({ name }) => name))("%s: no body, no rows", async (name) => {
    expect((await seenBodies([], name)).size).toBe(0);
  });
});

test.each(walled)(
  "$name: a connection that does not say for whom it works sees nothing",
  async ({ name }) => {
    const client = await database.app.connect();
    try {
      await client.query("reset cantieri.bodies");
      const { rows } = await client.query(`select count(*)::int as n from "${name}"`);
      expect(rows).toEqual([{ n: 0 }]);
    } finally {
      // The handle's record of this connection's scope no longer holds.
      client.release(true);
    }
  },
);
