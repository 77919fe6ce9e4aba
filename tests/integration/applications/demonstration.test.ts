import { eq, ne, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { application, submission } from "@/db/schema/applications";
import { registerEntry } from "@/db/schema/register";
import { seedDemonstration } from "@/db/seed/run";
import { sha256 } from "@/lib/platform/digest";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

beforeAll(async () => {
  await seedDemonstration(database.app, "2026-11-21");
});

test("some forty people apply to the calls of the demonstration, some only began", async () => {
  const rows = await db
    .select({ state: application.state, count: sql<number>`count(*)::int` })
    .from(application)
    .groupBy(application.state);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  expect(counts.get("draft")).toBeGreaterThanOrEqual(4);
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(40);
});

test("the desk entered one from paper and one by telephone, and nobody else did", async () => {
  const rows = await db
    .select({ channel: submission.channel, name: application.applicantName })
    .from(submission)
    .innerJoin(application, eq(application.id, submission.applicationId))
    .where(ne(submission.channel, "web"))
    .orderBy(submission.channel);
  expect(rows).toEqual([
    { channel: "paper", name: "Assunta Bertelli" },
    { channel: "telephone", name: "Rocco Lupi" },
  ]);
});

test("every digest is that of its snapshot, every register counts from 1", async () => {
  for (const row of await db.select().from(submission)) {
    expect(sha256(row.snapshot)).toBe(row.digest);
  }
  const registers = await db
    .select({
      count: sql<number>`count(*)::int`,
      last: sql<number>`max(${registerEntry.number})`,
    })
    .from(registerEntry)
    .groupBy(registerEntry.bodyId, registerEntry.year);
  for (const { count, last } of registers) expect(count).toBe(last);
});

test("two threads: one with an answer that its applicant has not read, one that waits for the office", async () => {
  const { rows } = await db.execute(sql`
    select t.last_number as messages, t.waiting_since is not null as waits,
      (select count(*)::int from thread_file f where f.application_id = t.application_id) as files,
      (select r.read_number from thread_reader r where r.application_id = t.application_id) as read
    from thread t order by t.last_number desc`);
  expect(rows).toEqual([
    { messages: 3, waits: false, files: 1, read: 2 },
    { messages: 1, waits: true, files: 0, read: null },
  ]);
});
