import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { waitingThreads } from "@/lib/applications/queries/waiting-threads";
import { testDatabase } from "../support/database";
import { manyApplications } from "../support/many-applications";
import { countingPool } from "../support/query-count";
import { say, sentTogether } from "../support/threads";
import { median, record, rounded } from "./result";

const FEW = 10_000;
const MANY = 1_000_000;
const BATCH = 100_000;
/** How much slower a page may become while applications grow a hundredfold. */
const GROWTH = 1.5;
const ROUNDS = 200;

// Two databases that differ in nothing but the applications of others, asked in turn.
const sites = { few: await site(), many: await site() };

async function site() {
  const database = await testDatabase();
  const counting = countingPool(database.appUrl);
  const people = await sentTogether(database.app);
  for (let at = 0; at < 3; at += 1) await say(people.author, people.applicationId, `${at}`);
  await say(people.officer, people.applicationId, "Risposta", 2);
  const author = { ...people.author, db: scopedDatabase(counting.pool, "*") };
  const officer = { ...people.officer, db: scopedDatabase(counting.pool, [people.bodyId]) };
  return { database, counting, people, author, officer };
}

type Site = typeof sites.few;
const PAGES: Record<string, (one: Site) => Promise<unknown>> = {
  "my applications": ({ author }) => myApplications(author),
  "one of my applications": ({ author, people }) => myApplication(author, people.applicationId),
  "messages that wait for the office": ({ officer }) => waitingThreads(officer, { limit: 50 }),
};

async function fill({ database, people }: Site, count: number) {
  for (let made = 0; made < count; made += BATCH) {
    await manyApplications(
      database.owner,
      people.callId,
      Math.min(BATCH, count - made),
      `M${made / BATCH}-`,
    );
  }
  await database.owner.query("vacuum analyze");
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

test(`P12: my pages with ${FEW} and with ${MANY} applications of others`, async () => {
  await fill(sites.few, FEW);
  await fill(sites.many, MANY);
  for (const [name, ask] of Object.entries(PAGES)) {
    const times = { few: [] as number[], many: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.few.push(await elapsed(() => ask(sites.few)));
      times.many.push(await elapsed(() => ask(sites.many)));
    }
    const before = sites.many.counting.count();
    await ask(sites.many);
    const queries = sites.many.counting.count() - before;
    const [value, limit] = [median(times.many), median(times.few)];
    record({
      id: "P12",
      what: `${name} with ${MANY} applications, against ${FEW}`,
      value: rounded(value),
      unit: "ms",
      limit: rounded(limit),
      ratio: rounded(limit / value),
      goal: `≥ ${rounded(1 / GROWTH)}`,
      ok: value / limit <= GROWTH,
      counts: { queries },
    });
    expect(value).toBeGreaterThan(0);
  }
});
