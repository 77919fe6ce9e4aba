import { expect, test } from "vitest";
import { checkChains } from "@/lib/audit/check-chains";
import { recentCheck } from "@/lib/audit/recent-check";
import { recordEvent } from "@/lib/audit/record-event";
import { inTransaction } from "@/lib/transaction";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const ctx = testContext(database.app);

/** So many events of one body more. */
async function add(chain: string, events: number): Promise<void> {
  const entry = { bodyId: chain, action: "call.publish", subjectType: "call", subjectId: chain };
  await inTransaction(ctx, async (tx) => {
    for (let at = 0; at < events; at += 1) await recordEvent(tx, entry);
  });
}

/** Rewrites an event behind the back of the triggers, as only the owner of the tables can. */
async function tamper(statement: string): Promise<void> {
  await database.owner.query("alter table audit_event disable trigger append_only");
  await database.owner.query(statement);
  await database.owner.query("alter table audit_event enable trigger append_only");
}

const chainOf = (number: number) => `0197a000-0000-7000-8000-00000000000${number}`;
const check = async (chain: string) => (await recentCheck(ctx, [chain]))[0];

test("says what it computed itself, what the last whole check covers, and what waits", async () => {
  const chain = chainOf(1);
  await add(chain, 3);
  expect(await check(chain)).toEqual({
    ...{ chain, brokenAt: undefined, whole: undefined, recomputed: 3, waiting: 0 },
  });
  await checkChains(ctx);
  const whole = { at: ctx.now, upTo: 3 };
  expect(await check(chain)).toMatchObject({ whole, recomputed: 0, waiting: 0 });
  await add(chain, 520);
  expect(await check(chain)).toMatchObject({ whole, recomputed: 500, waiting: 20 });
  await checkChains(ctx);
  expect(await check(chain)).toMatchObject({ whole: { upTo: 523 }, recomputed: 0, waiting: 0 });
});

test("asks the database once, however long the chains are", async () => {
  const { pool, count } = countingPool(database.appUrl);
  const before = count();
  await recentCheck(testContext(pool), [chainOf(1), chainOf(2)]);
  expect(count() - before).toBe(1);
});

test("finds an event that was changed since the last whole check, and one that it ended with", async () => {
  const chain = chainOf(3);
  await add(chain, 4);
  await checkChains(ctx);
  await add(chain, 4);
  await tamper(
    `update audit_event set entry = entry || ' ' where chain = '${chain}' and sequence = 6`,
  );
  expect(await check(chain)).toMatchObject({ brokenAt: 6, recomputed: 1 });
  await tamper(
    `update audit_event set hash = repeat('a', 64) where chain = '${chain}' and sequence = 4`,
  );
  expect(await check(chain)).toMatchObject({ brokenAt: 4 });
});

test("an older one is found by the check of the night, which the page then tells", async () => {
  const chain = chainOf(4);
  await add(chain, 5);
  await checkChains(ctx);
  await tamper(
    `update audit_event set entry = entry || ' ' where chain = '${chain}' and sequence = 2`,
  );
  // Truthful: the page says until when the whole was computed, and that was before.
  expect(await check(chain)).toMatchObject({ brokenAt: undefined, whole: { upTo: 5 } });
  await checkChains(ctx);
  expect(await check(chain)).toMatchObject({ brokenAt: 2 });
});

test("events that were cut off at the end are missed", async () => {
  const chain = chainOf(5);
  await add(chain, 5);
  await tamper(`delete from audit_event where chain = '${chain}' and sequence > 3`);
  expect(await check(chain)).toMatchObject({ brokenAt: 4 });
});

test("a body sees the check of its own chain only", async () => {
  await checkChains(ctx);
  const theirs = testContext(database.app, { scope: [chainOf(1)] });
  const { rows } = await theirs.db.execute("select chain from audit_checkpoint");
  expect(rows).toEqual([{ chain: chainOf(1) }]);
});
