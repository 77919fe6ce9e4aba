import { expect, test } from "vitest";
import { lastMinutes } from "@/lib/documents/queries";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { prepareDrafts } from "../../support/prepared-drafts";

const database = await testDatabase();

test("the last minutes are the two before the end of a call that takes applications", async () => {
  await prepareDrafts(database.app, 1);
  const ctx = testContext(database.app, { now: new Date() });
  const after = async (change: string) => {
    await database.owner.query(`update call set ${change}`);
    return lastMinutes(ctx);
  };
  const ends = (when: string) => `closes_at = clock_timestamp() + interval '${when}'`;
  expect(await after(ends("1 hour"))).toBe(false);
  expect(await after(ends("100 seconds"))).toBe(true);
  expect(await after("state = 'suspended'")).toBe(false);
  expect(await after("state = 'published'")).toBe(true);
  expect(await after(ends("-1 second"))).toBe(false);
});
