import { beforeAll, expect, test } from "vitest";
import { copyCall } from "@/lib/calls/commands/copy-call";
import { copiesFor, region, regionalContext } from "../support/copies";
import { testDatabase } from "../support/database";
import { coeso, completeDraft, seedOfficers, valdera } from "../support/drafts";

const database = await testDatabase();

beforeAll(() => seedOfficers(database.owner));

const drafts = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ count: number }>(
    "select count(*)::int as count from call where set_id is not null",
  );
  return rows[0]?.count ?? 0;
};

test("one form sent eight times at once makes one set", async () => {
  const { callId } = await completeDraft(await regionalContext(database.app), region);
  const before = await drafts();
  const given = copiesFor(callId, [valdera, coeso]);
  const sets = await Promise.all(
    Array.from({ length: 8 }, async () => copyCall(await regionalContext(database.app), given)),
  );
  expect(new Set(sets.map(({ id }) => id))).toEqual(new Set([given.key]));
  expect(await drafts()).toBe(before + 2);
});

test("six calls of one title copied at once to the same bodies, in any order, all arrive", async () => {
  const before = await drafts();
  const made = await Promise.all(
    Array.from({ length: 6 }, async (_, at) => {
      const ctx = await regionalContext(database.app);
      const { callId } = await completeDraft(ctx, region);
      const bodies = at % 2 === 0 ? [valdera, coeso, region] : [region, coeso, valdera];
      return copyCall(ctx, copiesFor(callId, bodies));
    }),
  );
  expect(new Set(made.map(({ id }) => id)).size).toBe(6);
  expect(await drafts()).toBe(before + 18);
});
