import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { auditEvent } from "@/db/schema/audit";
import { registerEntry } from "@/db/schema/register";
import { body } from "@/db/schema/territory";
import { workshopSeries } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import { verifyChains } from "@/lib/audit/verify-chain";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";

const database = await testDatabase();
const ctx = testContext(database.app);
const [ours, theirs] = [ctx.newId(), ctx.newId()];

beforeAll(async () => {
  for (const [id, code] of [
    [ours, "VAL"],
    [theirs, "FNO"],
  ] as const) {
    await ctx.db
      .insert(body)
      .values({ id, slug: code, name: code, kind: "sds", code, officeName: "Ufficio di piano" });
    await ctx.db
      .insert(workshopSeries)
      .values({ id: ctx.newId(), bodyId: id, title: code, threshold: 3, createdAt: ctx.now });
  }
});

describe("walls between bodies", () => {
  test("a handle of one body sees its own rows only", async () => {
    const rows = await scopedDatabase(database.app, [ours]).select().from(workshopSeries);
    expect(rows.map((row) => row.bodyId)).toEqual([ours]);
  });

  test("a handle of one body cannot write into another", async () => {
    const db = scopedDatabase(database.app, [ours]);
    const row = { id: ctx.newId(), bodyId: theirs, title: "x", threshold: 1, createdAt: ctx.now };
    await expect(db.insert(workshopSeries).values(row)).rejects.toThrow();
    const changed = await db
      .update(workshopSeries)
      .set({ title: "taken" })
      .where(eq(workshopSeries.bodyId, theirs))
      .returning();
    expect(changed).toEqual([]);
  });

  test("a connection that does not say for whom it works sees nothing", async () => {
    const found = await database.app.query(
      "select set_config('cantieri.bodies', '', true); select count(*)::int as n from workshop_series",
    );
    const last = (found as unknown as { rows: { n: number }[] }[])[1];
    expect(last?.rows).toEqual([{ n: 0 }]);
  });

  test("scopes do not leak from one use of a connection to the next", async () => {
    const handles = [[ours], [theirs], "*" as const].map((scope) =>
      scopedDatabase(database.app, scope),
    );
    const counts = await Promise.all(
      Array.from({ length: 60 }, (_, i) => handles[i % 3]?.$count(workshopSeries)),
    );
    expect(counts).toEqual(Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? 2 : 1)));
  });
});

describe("audit chain", () => {
  const entry = { bodyId: ours, action: "call.publish", subjectType: "call", subjectId: ours };

  test("parallel events make one unbroken chain", async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => inTransaction(ctx, (tx) => recordEvent(tx, entry))),
    );
    expect(await verifyChains(ctx)).toContainEqual(
      expect.objectContaining({ chain: ours, events: 40, brokenAt: undefined }),
    );
  });

  test("a rolled back transaction leaves no event", async () => {
    const before = await ctx.db.$count(auditEvent);
    await expect(
      inTransaction(ctx, async (tx) => {
        await recordEvent(tx, entry);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await ctx.db.$count(auditEvent)).toBe(before);
  });

  test("the application can neither change nor delete nor write an event by itself", async () => {
    await expect(database.app.query("update audit_event set action = 'x'")).rejects.toThrow(
      /denied/,
    );
    await expect(database.app.query("delete from audit_event")).rejects.toThrow(/denied/);
    await expect(database.app.query("update audit_head set hash = 'x'")).rejects.toThrow(/denied/);
    await expect(database.owner.query("delete from audit_event")).rejects.toThrow(/never changed/);
  });

  test("a changed entry is found", async () => {
    await database.owner.query("alter table audit_event disable trigger append_only");
    await database.owner.query("update audit_event set entry = entry || ' ' where sequence = 7");
    await database.owner.query("alter table audit_event enable trigger append_only");
    const report = await verifyChains(ctx);
    expect(report.find((found) => found.chain === ours)?.brokenAt).toBe(7);
  });
});

describe("register", () => {
  const document = { bodyId: ours, kind: "application", subjectType: "application" };

  test("parallel transactions, some rolled back, take every number once and leave no gap", async () => {
    const at = await databaseClock(ctx);
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        inTransaction(ctx, async (tx) => {
          await takeRegisterNumber(tx, { ...document, subjectId: tx.newId(), at });
          if (i % 5 === 0) throw new Error("rolled back");
        }),
      ),
    );
    const rows = await ctx.db
      .select({ number: registerEntry.number })
      .from(registerEntry)
      .orderBy(registerEntry.number);
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  test("the year is the year of Rome", async () => {
    const number = await takeRegisterNumber(ctx, {
      ...document,
      subjectId: ctx.newId(),
      at: "2027-12-31T23:30:00.000000Z",
    });
    expect(number).toMatchObject({ year: 2028, number: 1 });
  });

  test("an entry is never changed, but for its protocol data", async () => {
    const change = database.app.query("update register_entry set number = 99");
    await expect(change).rejects.toThrow(/never changed/);
    await ctx.db.update(registerEntry).set({ protocolNumber: "0012345" }).where(sql`true`);
  });
});

test("a transaction is tried again after a deadlock", async () => {
  const both = [ours, theirs];
  let waiting = 2;
  let ready: () => void = () => undefined;
  const together = new Promise<void>((resolve) => {
    ready = resolve;
  });
  let runs = 0;
  const swap = (order: string[]) =>
    inTransaction(ctx, async (tx) => {
      runs += 1;
      const [first, second] = order as [string, string];
      await tx.db.execute(sql`update body set theme = 'a' where id = ${first}`);
      waiting -= 1;
      if (waiting === 0) ready();
      await together;
      await tx.db.execute(sql`update body set theme = 'a' where id = ${second}`);
    });
  await Promise.all([swap(both), swap([...both].reverse())]);
  expect(runs).toBeGreaterThan(2);
});
