import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { issueSample, sampleBody } from "../support/documents";
import { eventually } from "../support/outbox";
import { startWorker } from "../support/worker";

const database = await testDatabase();
const files = mkdtempSync(resolve(".data", "render-killed-"));
afterAll(() => rmSync(files, { recursive: true, force: true }));

async function rendered(): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    "select count(*)::int from issued_document where file_hash is not null",
  );
  return rows[0]?.count ?? 0;
}

test("a worker killed while it draws: every document has its file within a minute", async () => {
  const bodyId = await sampleBody(database.owner, "valdera");
  const ctx = testContext(database.app, { now: new Date() });
  const count = 60;
  for (let at = 0; at < count; at += 1) await issueSample(ctx, { bodyId, kind: "certificate" });
  const settings = { DATABASE_URL: database.appUrl, FILES_DIR: files };
  const victim = startWorker(settings);
  await eventually("some drawn", async () => (await rendered()) >= 5);
  await victim.kill9();
  expect(await rendered()).toBeLessThan(count);
  const begun = performance.now();
  const heir = startWorker(settings);
  await eventually("all drawn", async () => (await rendered()) === count);
  expect(performance.now() - begun).toBeLessThan(60_000);
  const { rows } = await database.owner.query<{ sha: string }>(
    "select distinct file_hash as sha from issued_document",
  );
  for (const { sha } of rows) expect(existsSync(join(files, sha.slice(0, 2), sha))).toBe(true);
  await heir.stop();
});
