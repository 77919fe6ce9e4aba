import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { makeSeed } from "@/db/seed/seed";
import { seedTerritory } from "@/db/seed/territory";
import type { Ctx } from "@/lib/context";
import { confirmSubscription } from "@/lib/subscriptions/commands/confirm-subscription";
import { endSubscription } from "@/lib/subscriptions/commands/end-subscription";
import { prolongSubscription } from "@/lib/subscriptions/commands/prolong-subscription";
import { purgeSubscriptions } from "@/lib/subscriptions/commands/purge-subscriptions";
import { requestSubscription } from "@/lib/subscriptions/commands/request-subscription";
import { requestOf, subscriptionOf } from "@/lib/subscriptions/queries/own-subscription";
import { requestSubscriptionSchema } from "@/lib/subscriptions/schema";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const ctx = testContext(database.app, { actor: { kind: "anonymous" } });
const later = (hours: number): Ctx => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + hours * 3_600_000),
});

beforeAll(() => seedTerritory(makeSeed(ctx.db, "2026-11-25")));
afterEach(() =>
  database.owner.query("truncate subscription, subscription_request, message, rate_limit"),
);

const wish = (change: Record<string, string> = {}) => ({
  ...requestSubscriptionSchema.parse({
    email: "Lucia.Bianchi@Example.it ",
    zones: "elba,narnia",
    themes: "ageing",
    daily: "false",
    ...change,
  }),
  locale: "it",
  address: "192.0.2.1",
});

/** The key out of the last letter, as its reader has it. */
async function keyOfLetter(): Promise<string> {
  const { rows } = await database.owner.query<{ url: string }>(
    "select view ->> 'url' as url from message where kind = 'subscriptionConfirm' order by id desc limit 1",
  );
  return new URL(rows[0]?.url ?? "").searchParams.get("chiave") ?? "";
}

const mailboxes = async () =>
  (await database.owner.query("select email, themes, daily from subscription")).rows;

describe("subscribing", () => {
  test("holds from the confirmation on, never before", async () => {
    await requestSubscription(ctx, wish());
    expect(await mailboxes()).toEqual([]);
    const token = await keyOfLetter();
    const asked = await requestOf(ctx, token);
    expect(asked).toMatchObject({
      verdict: { ok: true },
      request: { email: "lucia.bianchi@example.it", zones: [{ slug: "elba" }], themes: ["ageing"] },
    });
    const key = await confirmSubscription(ctx, { token });
    expect(await subscriptionOf(ctx, key)).toMatchObject({
      email: "lucia.bianchi@example.it",
      zones: [{ slug: "elba" }],
      daily: false,
    });
    // Nothing of the request is left, and its link confirms no second time.
    expect((await requestOf(ctx, token)).verdict).toEqual({ ok: false, reason: "unknown_link" });
    await expect(confirmSubscription(ctx, { token })).rejects.toMatchObject({
      reason: "unknown_link",
    });
  });

  test("again replaces the wishes and keeps the links", async () => {
    await requestSubscription(ctx, wish());
    const key = await confirmSubscription(ctx, { token: await keyOfLetter() });
    const day = later(24);
    await requestSubscription(day, wish({ themes: "", daily: "true" }));
    expect(await confirmSubscription(day, { token: await keyOfLetter() })).toBe(key);
    expect(await mailboxes()).toEqual([
      { email: "lucia.bianchi@example.it", themes: [], daily: true },
    ]);
    const { rows } = await database.owner.query(
      "select daily_since, confirmed_at from subscription",
    );
    expect(rows[0]).toEqual({ daily_since: day.now, confirmed_at: ctx.now });
  });

  test("says nothing about who is subscribed: answer and letter are alike", async () => {
    await requestSubscription(ctx, wish());
    await confirmSubscription(ctx, { token: await keyOfLetter() });
    await requestSubscription(ctx, wish());
    await requestSubscription(ctx, wish({ email: "altra@example.it" }));
    const { rows } = await database.owner.query(
      "select count(*)::int, count(distinct view - 'url')::int as kinds from message",
    );
    expect(rows).toEqual([{ count: 3, kinds: 1 }]);
  });

  test("an expired link confirms nothing, and the address is forgotten", async () => {
    await requestSubscription(ctx, wish());
    const token = await keyOfLetter();
    await expect(confirmSubscription(later(48), { token })).rejects.toMatchObject({
      reason: "expired_link",
    });
    await purgeSubscriptions(later(48));
    const { rows } = await database.owner.query("select from subscription_request");
    expect(rows).toEqual([]);
  });

  test("a mailbox cannot be flooded, nor many mailboxes from one address", async () => {
    for (let at = 0; at < 3; at += 1) await requestSubscription(ctx, wish());
    await expect(requestSubscription(ctx, wish())).rejects.toMatchObject({ code: "rate_limited" });
    let refused = 0;
    for (let at = 0; at < 40; at += 1) {
      await requestSubscription(ctx, wish({ email: `una${at}@example.it` })).catch(
        () => (refused += 1),
      );
    }
    expect(refused).toBe(40 - 30 + 3 + 1);
  });

  test.each([
    ["", "empty"],
    ["lucia", "no_at"],
    ["a@b@c.it", "several_ats"],
    ["x@example.it\r\nBcc: y@example.it", "wrong_character"],
  ])("%j is no mailbox", (email, reason) => {
    const parsed = requestSubscriptionSchema.safeParse({ email, daily: "false" });
    expect(parsed.error?.issues[0]).toMatchObject({ path: ["email"], message: reason });
  });
});

describe("leaving", () => {
  test("forgets the mailbox at once; a repeated or guessed key changes nothing", async () => {
    await requestSubscription(ctx, wish());
    const token = await confirmSubscription(ctx, { token: await keyOfLetter() });
    await endSubscription(ctx, { token: "x".repeat(43) });
    expect(await mailboxes()).toHaveLength(1);
    await endSubscription(ctx, { token });
    await endSubscription(ctx, { token });
    expect(await mailboxes()).toEqual([]);
    expect(await subscriptionOf(ctx, token)).toBeUndefined();
    await expect(prolongSubscription(ctx, { token })).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes by itself after two years, unless prolonged", async () => {
    await requestSubscription(ctx, wish());
    const token = await confirmSubscription(ctx, { token: await keyOfLetter() });
    await prolongSubscription(later(24 * 365), { token });
    await purgeSubscriptions(later(24 * 365 * 2));
    expect(await subscriptionOf(later(24 * 365 * 2), token)).toBeDefined();
    await purgeSubscriptions(later(24 * 365 * 3 + 24));
    expect(await mailboxes()).toEqual([]);
  });

  test("letters that have left are forgotten after a month, receipts are not", async () => {
    await requestSubscription(ctx, wish());
    await database.owner.query("update message set state = 'sent'");
    await purgeSubscriptions(later(24 * 29));
    expect((await database.owner.query("select from message")).rowCount).toBe(1);
    await purgeSubscriptions(later(24 * 30));
    expect((await database.owner.query("select from message")).rowCount).toBe(0);
  });
});

test("staff see no subscriber, whatever their body", async () => {
  await requestSubscription(ctx, wish());
  await confirmSubscription(ctx, { token: await keyOfLetter() });
  const { rows: bodies } = await database.owner.query<{ id: string }>("select id from body");
  const staff = scopedDatabase(
    database.app,
    bodies.map(({ id }) => id),
  );
  for (const table of ["subscription", "subscription_request", "subscription_round"]) {
    expect((await staff.execute(`select * from ${table}`)).rows).toEqual([]);
  }
  expect((await staff.execute("delete from subscription")).rowCount).toBe(0);
  expect(await mailboxes()).toHaveLength(1);
});
