import { Pool } from "pg";
import { expect, test } from "vitest";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { databaseClock } from "@/lib/transaction";
import { testDatabase, testUrl } from "../support/database";
import { manyApplications } from "../support/many-applications";
import { manySubmissions } from "../support/many-submissions";
import { applicantContext, type PreparedDraft, prepareDrafts } from "../support/prepared-drafts";
import { countingPool } from "../support/query-count";
import { median, record, rounded } from "./result";

const FEW = 10_000;
const MANY = 1_000_000;
const BATCH = 50_000;
/** How much slower the sending may become while what was sent grows a hundredfold. */
const GROWTH = 1.5;
const WARM_UP = 100;
const ROUNDS = 300;

// Two databases that differ in nothing but what others have sent to the same call, asked in turn.
const few = await site(FEW);
const many = await site(MANY);

async function site(count: number) {
  const database = await testDatabase();
  const { pool, count: asked } = countingPool(database.appUrl);
  const drafts = await prepareDrafts(database.app, WARM_UP + ROUNDS);
  const call = await database.owner.query<{ id: string }>(
    "select call_id as id from application where id = $1",
    [drafts[0]?.applicationId],
  );
  const callId = call.rows[0]?.id ?? "";
  // What refers to what is as it should be: looking it up six million times is spared.
  const filler = new Pool({
    connectionString: testUrl("postgres", database.name),
    options: "-c session_replication_role=replica",
  });
  for (let made = 0; made < count; made += BATCH) {
    const mark = `M${made / BATCH}-`;
    await manyApplications(filler, callId, Math.min(BATCH, count - made), mark);
    await manySubmissions(filler, callId, mark);
  }
  await filler.query("vacuum analyze");
  await filler.end();
  return { database, pool, asked, drafts };
}

type Site = typeof few;

async function send({ pool }: Site, { applicationId, personId, content }: PreparedDraft) {
  const ctx = applicantContext(pool, personId);
  const receivedAt = await databaseClock(ctx);
  const begin = performance.now();
  await submitApplication(ctx, {
    ...{ applicationId, content, receivedAt, key: `key-${applicationId}` },
    entries: [["truth", "on"]],
  });
  return performance.now() - begin;
}

async function sentOf({ database, drafts }: Site): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    "select count(distinct register_entry_id)::int as count from submission where application_id = any($1)",
    [drafts.map(({ applicationId }) => applicationId)],
  );
  return rows[0]?.count ?? 0;
}

test(`P12: sending with ${FEW} and with ${MANY} candidacies of others`, async () => {
  const times = { few: [] as number[], many: [] as number[] };
  const before = many.asked();
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const [here, there] = [few.drafts[round], many.drafts[round]];
    if (!(here && there)) throw new Error("there are too few drafts");
    times.few.push(await send(few, here));
    times.many.push(await send(many, there));
  }
  const queries = (many.asked() - before) / (WARM_UP + ROUNDS);
  const value = median(times.many.slice(WARM_UP));
  const limit = median(times.few.slice(WARM_UP));
  record({
    id: "P12",
    what: `sending with ${MANY} sent by others, against ${FEW}`,
    value: rounded(value),
    unit: "ms",
    limit: rounded(limit),
    ratio: rounded(limit / value),
    goal: `≥ ${rounded(1 / GROWTH)}`,
    ok: value / limit <= GROWTH,
    counts: { queries: rounded(queries), sent: await sentOf(many) },
  });
  expect(await sentOf(few)).toBe(WARM_UP + ROUNDS);
  expect(await sentOf(many)).toBe(WARM_UP + ROUNDS);
});
