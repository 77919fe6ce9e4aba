import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "@/lib/platform/migrate";
import { readiness } from "@/lib/platform/readiness";
import { applicationUrl } from "@/lib/platform/roles";
import { asSuperuser, testDatabase, testUrl } from "../support/database";

const database = await testDatabase();

/** An empty database and its only user, as an administrator would hand them out. */
async function lonelyUser(name: string): Promise<string> {
  await asSuperuser(async (client) => {
    await client.query(`create role ${name} login password 'given'`);
    await client.query(`create database ${name} owner ${name}`);
  });
  onTestFinished(() =>
    asSuperuser(async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role ${name}`);
    }),
  );
  const url = new URL(testUrl("owner", name));
  url.username = name;
  url.password = "given";
  return url.href;
}

async function one<T>(url: string, text: string): Promise<T | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

test("migrating again, by several processes at once, changes nothing", async () => {
  const count = "select count(*)::int as n from drizzle.__drizzle_migrations";
  const before = await one(database.ownerUrl, count);
  await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl)));
  expect(await one(database.ownerUrl, count)).toEqual(before);
});

test("one user for everything: its sessions as the application are bound by the walls", async () => {
  const url = await lonelyUser("lonely_member");
  await asSuperuser((client) => client.query("grant cantieri_app to lonely_member"));
  await migrate(url);
  const who = "select current_user as who, session_user as login";
  expect(await one(applicationUrl(url), who)).toEqual({
    who: "cantieri_app",
    login: "lonely_member",
  });
  await expect(one(applicationUrl(url), "drop table audit_event")).rejects.toThrow(/owner/);
});

test("a user that may not take the application's role is told what to run", async () => {
  const url = await lonelyUser("lonely_stranger");
  await expect(migrate(url)).rejects.toThrow(/grant cantieri_app to <this user>/);
});

test("readiness tells what is missing", async () => {
  expect(await readiness(database.app)).toEqual({ ready: true });
  const empty = await lonelyUser("lonely_empty");
  const client = new Client({ connectionString: empty });
  await client.connect();
  onTestFinished(() => client.end());
  const pool = { query: client.query.bind(client) } as Parameters<typeof readiness>[0];
  expect(await readiness(pool)).toEqual({ ready: false, reason: "migrations_missing" });
  const gone = { query: () => Promise.reject(new Error("ECONNREFUSED")) };
  expect(await readiness(gone as unknown as typeof pool)).toEqual({
    ready: false,
    reason: "database_unreachable",
  });
});
