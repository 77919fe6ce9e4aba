import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { giveFeedback } from "@/lib/content/commands/give-feedback";
import { FEEDBACK_REASONS, keptReason, meanRate } from "@/lib/content/core/feedback";
import { commentsOfPage, ratedPages } from "@/lib/content/queries/page-feedback";
import { feedbackPeriodSchema, feedbackSchema } from "@/lib/content/schema";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { testContext } from "../support/context";
import { regionalContext } from "../support/copies";
import { testDatabase } from "../support/database";
import { officerContext, seedOfficers, valdera } from "../support/drafts";
import { countingPool } from "../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);
const visitor = testContext(database.app, { actor: { kind: "anonymous" } });
const period = { from: "2026-11-01", to: "2026-11-30" };

let region: Ctx;

beforeAll(async () => {
  await seedOfficers(database.owner);
  region = await regionalContext(database.app);
});

const give = (given: Record<string, string>) =>
  giveFeedback(visitor, feedbackSchema.parse({ page: "/zone", ...given }));

test("an opinion is kept with its day and nothing of who gave it", async () => {
  await give({ rate: "2", reason: "hard.unclear", text: "Non trovo il telefono" });
  await give({ rate: "5", reason: "hard.unclear" });
  await give({ rate: "5", page: "/", text: "" });
  const { rows } = await database.owner.query("select * from page_feedback order by rate, page");
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
    ["id", "page", "rate", "reason", "comment", "given_on"].toSorted(),
  );
  expect(rows.map(({ rate, reason, comment }) => [rate, reason, comment])).toEqual([
    [2, "hard.unclear", "Non trovo il telefono"],
    [5, null, null],
    [5, null, null],
  ]);
  // A UUID of version 7 would begin with the moment.
  for (const { id } of rows) expect(id[14]).toBe("4");
  await expect(database.owner.query("update page_feedback set rate = 1")).rejects.toThrow("never");
});

test("staff of the region read each page with its votes and words; nobody else reads anything", async () => {
  expect(await ratedPages(region, period)).toEqual([
    { page: "/zone", votes: [0, 1, 0, 0, 1], comments: 1 },
    { page: "/", votes: [0, 0, 0, 0, 1], comments: 0 },
  ]);
  const said = await commentsOfPage(region, "/zone", period);
  expect(said.map(({ rate, comment }) => [rate, comment])).toEqual([[2, "Non trovo il telefono"]]);
  expect(await ratedPages(region, { from: "2026-10-01", to: "2026-10-31" })).toEqual([]);
  const officer = officerContext(database.app, valdera);
  for (const ctx of [officer, visitor]) {
    await expect(ratedPages(ctx, period)).rejects.toThrow(NotFound);
    await expect(commentsOfPage(ctx, "/zone", period)).rejects.toThrow(NotFound);
  }
  const behindTheWall = await officer.db.execute("select 1 from page_feedback");
  expect(behindTheWall.rows).toEqual([]);
});

test("list and words take one query each", async () => {
  const ctx = { ...region, db: (await regionalContext(counting.pool)).db };
  const before = counting.count();
  await ratedPages(ctx, period);
  await commentsOfPage(ctx, "/zone", period);
  expect(counting.count() - before).toBe(2);
});

test("a page is a plain path of ours, stars are one to five, a text has two hundred letters", () => {
  const fields = { page: "/zone", rate: "3" };
  const bad = [
    ...["//evil.example", "/zone?x=1", "https://x.example", "zone", "/Zone", "/a//b", ""].map(
      (page) => ({ page }),
    ),
    ...["0", "6", "2.5", "x", ""].map((rate) => ({ rate })),
    { text: "x".repeat(201) },
  ];
  for (const change of bad) {
    expect(feedbackSchema.safeParse({ ...fields, ...change }).success, JSON.stringify(change)).toBe(
      false,
    );
  }
  expect(feedbackSchema.safeParse(fields).success).toBe(true);
  expect(feedbackPeriodSchema.parse({ da: "ieri", a: "2026-11-30", pagina: "//x" })).toEqual({
    ...{ da: undefined, a: "2026-11-30", pagina: undefined },
  });
});

test("a reason of the other side is left out, and the mean lies between the stars", () => {
  const reasons = [
    ...FEEDBACK_REASONS.hard.map((one) => `hard.${one}`),
    ...FEEDBACK_REASONS.liked.map((one) => `liked.${one}`),
    ...["", "x", "hard.clear"],
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...reasons), (rate, reason) => {
      const kept = keptReason(rate, reason);
      expect([null, reason]).toContain(kept);
      if (kept) expect(kept.startsWith(rate > 3 ? "liked." : "hard.")).toBe(true);
    }),
  );
  const count = fc.nat(50);
  fc.assert(
    fc.property(fc.tuple(count, count, count, count, count), (votes) => {
      const given = votes.flatMap((many, at) => (many > 0 ? [at + 1] : []));
      const mean = meanRate(votes);
      if (given.length === 0) return expect(mean).toBeUndefined();
      expect(mean).toBeGreaterThanOrEqual(Math.min(...given));
      expect(mean).toBeLessThanOrEqual(Math.max(...given));
    }),
  );
});
