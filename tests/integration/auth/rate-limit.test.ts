import { describe, expect, test } from "vitest";
import { rateLimit as counters } from "@/db/schema/people";
import { purgeSignIns } from "@/lib/auth/commands/purge-sign-ins";
import { RateLimited } from "@/lib/kernel/errors";
import { forgiveAttempt, rateLimit } from "@/lib/platform/rate-limit";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
/** The start of a window of 60 and of 900 seconds. */
const START = Date.parse("2026-11-25T09:00:00Z");
const at = (seconds: number) =>
  testContext(database.app, { now: new Date(START + seconds * 1000), seed: `limit-${seconds}` });

const three = { limit: 3, windowSeconds: 900 };

async function tries(key: string, seconds: number, given = three): Promise<boolean> {
  return rateLimit(at(seconds), key, given).then(
    () => true,
    (error) => {
      if (error instanceof RateLimited) return false;
      throw error;
    },
  );
}

describe("rate limits", () => {
  test("the limit is reached and not passed; keys do not touch each other", async () => {
    const results = [0, 1, 2, 3].map((second) => second);
    const taken: boolean[] = [];
    for (const second of results) taken.push(await tries("one", second));
    expect(taken).toEqual([true, true, true, false]);
    expect(await tries("another", 3)).toBe(true);
  });

  test("of a hundred at the same instant exactly the limit passes", async () => {
    const ten = { limit: 10, windowSeconds: 60 };
    const results = await Promise.all(Array.from({ length: 100 }, () => tries("parallel", 0, ten)));
    expect(results.filter(Boolean)).toHaveLength(10);
  });

  test.each([0, 300, 899.9])(
    "it says how long to wait, and then the attempt passes: %d",
    async (second) => {
      const key = `wait-${second}`;
      for (let n = 0; n < 3; n += 1) await tries(key, second);
      const error = await rateLimit(at(second), key, three).catch((thrown: unknown) => thrown);
      if (!(error instanceof RateLimited)) throw new Error("not refused");
      const { retryAfterSeconds } = error;
      expect(await tries(key, second + retryAfterSeconds - 2)).toBe(false);
      expect(await tries(key, second + retryAfterSeconds)).toBe(true);
    },
  );

  test("while the window before fades it says so too", async () => {
    for (let n = 0; n < 3; n += 1) await tries("fading", 800);
    const error = await rateLimit(at(910), "fading", three).catch((thrown: unknown) => thrown);
    if (!(error instanceof RateLimited)) throw new Error("not refused");
    expect(error.retryAfterSeconds).toBe(290);
    expect(await tries("fading", 910 + 290)).toBe(true);
  });

  test("the end of a window does not double what passes", async () => {
    for (let n = 0; n < 3; n += 1) expect(await tries("edge", 899)).toBe(true);
    expect(await tries("edge", 901)).toBe(false);
    // Two thirds of the window later one place of three has come free, and no more.
    expect(await tries("edge", 900 + 310)).toBe(true);
    expect(await tries("edge", 900 + 310)).toBe(false);
    expect(await tries("edge", 1800 + 900)).toBe(true);
  });

  test("insisting does not prolong the wait", async () => {
    for (let n = 0; n < 3; n += 1) await tries("insist", 0);
    for (let second = 1; second < 50; second += 1) await tries("insist", second);
    expect(await tries("insist", 900 + 310)).toBe(true);
  });

  test("a good attempt can be given back", async () => {
    for (let n = 0; n < 10; n += 1) {
      expect(await tries("good", n)).toBe(true);
      await forgiveAttempt(at(n), "good", three);
    }
  });

  test("what has run out is purged, what counts stays", async () => {
    await tries("purged", 0);
    await tries("kept", 2400);
    await purgeSignIns(at(2500));
    const keys = (await at(0).db.select().from(counters)).map(({ key }) => key);
    expect(keys).toContain("kept");
    expect(keys).not.toContain("purged");
  });
});
