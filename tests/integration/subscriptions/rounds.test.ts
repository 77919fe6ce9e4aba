import { afterEach, beforeAll, expect, test } from "vitest";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { runWorker } from "@/lib/jobs/run-worker";
import { sendDigests } from "@/lib/subscriptions/commands/send-digests";
import { tellSubscribers } from "@/lib/subscriptions/commands/tell-subscribers";
import { subscribersForCall } from "@/lib/subscriptions/queries/subscribers";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers } from "../../support/drafts";
import { eventually } from "../../support/outbox";
import { startSink } from "../../support/smtp-sink";
import { subscribe } from "../../support/subscriptions";

const database = await testDatabase();
const ctx = testContext(database.app);
const tomorrow = { ...ctx, now: new Date("2026-11-26T05:00:00Z") };
const zone = async (slug: string) =>
  (await database.owner.query<{ id: string }>("select id from zone where slug = $1", [slug]))
    .rows[0]?.id ?? "";

beforeAll(() => seedOfficers(database.owner));
afterEach(() =>
  database.owner.query(
    "truncate subscription, subscription_round, message; update call set state = 'archived' where state <> 'draft'; delete from graphile_worker._private_jobs",
  ),
);

async function publish(change: Record<string, unknown> = {}): Promise<string> {
  const officer = officerContext(database.app, coeso);
  const draft = await completeDraft(officer, coeso, change);
  const { revision } = await saveCall(officer, draft);
  await publishCall(officer, { callId: draft.callId, revision, overrideReason: "" });
  return draft.callId;
}

/** How many letters each mailbox has, by subscription. */
async function letters(): Promise<Map<string, number>> {
  const { rows } = await database.owner.query<{ id: string; count: number }>(
    `select substring(recipient from 'iscritta-(.*)@') as id, count(*)::int from message where kind = 'newCalls' group by 1`,
  );
  return new Map(rows.map((row) => [row.id, row.count]));
}

test("publishing takes one job; the round tells each who wants it once, in batches", async () => {
  const all = await subscribe(database.owner, 23);
  const elsewhere = await subscribe(database.owner, 2, { zoneIds: [await zone("elba")] });
  const here = await subscribe(database.owner, 2, {
    zoneIds: [await zone("amiata-grossetana-colline-metallifere-grossetana")],
  });
  const themes = await subscribe(database.owner, 2, { themes: ["globalHealth"] });
  const daily = await subscribe(database.owner, 3, { daily: true });
  const late = await subscribe(database.owner, 1, { since: "2026-11-25T17:20:01Z" });
  const callId = await publish({ themes: ["access"], audiences: ["organisation"] });
  const { rows } = await database.owner.query(
    "select count(*)::int from graphile_worker.jobs where task_identifier = 'tell-subscribers'",
  );
  expect(rows).toEqual([{ count: 1 }]);
  // Twice at once, and once more.
  await Promise.all([tellSubscribers(ctx, { callId }, 5), tellSubscribers(ctx, { callId }, 5)]);
  await tellSubscribers(ctx, { callId }, 5);
  const told = await letters();
  for (const id of [...all, ...here]) expect(told.get(id)).toBe(1);
  for (const id of [...elsewhere, ...themes, ...daily, ...late])
    expect(told.get(id)).toBeUndefined();
  const round = await database.owner.query("select told, finished_at from subscription_round");
  expect(round.rows).toEqual([{ told: 25, finished_at: ctx.now }]);
});

test("a round that was broken off goes on behind its last batch", async () => {
  const all = await subscribe(database.owner, 12);
  const callId = await publish();
  let batches = 0;
  const breaking = {
    ...ctx,
    newId: () => {
      batches += 1;
      // In the middle of the second batch.
      if (batches === 8) throw new Error("killed");
      return ctx.newId();
    },
  };
  await expect(tellSubscribers(breaking, { callId }, 5)).rejects.toThrow("killed");
  expect((await letters()).size).toBe(5);
  await tellSubscribers(ctx, { callId }, 5);
  const told = await letters();
  expect(told.size).toBe(12);
  for (const id of all) expect(told.get(id)).toBe(1);
});

test("a call that was taken back or is over by then is told to nobody", async () => {
  await subscribe(database.owner, 2);
  const callId = await publish();
  await database.owner.query("update call set state = 'archived' where id = $1", [callId]);
  await tellSubscribers(ctx, { callId });
  expect((await letters()).size).toBe(0);
});

test("a digest is one letter a day with all that came out since the last; a missed day is told with the next", async () => {
  const [one = ""] = await subscribe(database.owner, 1, { daily: true });
  const [other = ""] = await subscribe(database.owner, 1, { daily: true, audiences: ["citizen"] });
  const [atOnce = ""] = await subscribe(database.owner, 1);
  await publish({ title: "Primo", audiences: ["organisation"] });
  await publish({ title: "Secondo", audiences: ["organisation", "citizen"] });
  await Promise.all([sendDigests(tomorrow, 1), sendDigests(tomorrow, 1)]);
  await sendDigests(tomorrow, 1);
  expect(Object.fromEntries(await letters())).toEqual({ [one]: 1, [other]: 1 });
  expect((await letters()).get(atOnce)).toBeUndefined();
  const { rows } = await database.owner.query<{ titles: string[] }>(
    `select array(select call ->> 'title' from jsonb_array_elements(view -> 'calls') call order by 1) as titles
     from message order by jsonb_array_length(view -> 'calls')`,
  );
  expect(rows.map(({ titles }) => titles)).toEqual([["Secondo"], ["Primo", "Secondo"]]);
  // Two days later: nothing new, so nothing is sent; what comes out meanwhile is not lost.
  await sendDigests({ ...ctx, now: new Date("2026-11-28T05:00:00Z") });
  expect((await letters()).get(one)).toBe(1);
});

test("whoever changes from one to the other hears of a call once", async () => {
  const [nowDaily = ""] = await subscribe(database.owner, 1);
  const [nowAtOnce = ""] = await subscribe(database.owner, 1, { daily: true });
  const callId = await publish();
  await database.owner.query(
    "update subscription set daily = not daily, daily_since = '2026-11-25T18:00:00Z'",
  );
  await tellSubscribers({ ...ctx, now: new Date("2026-11-25T19:00:00Z") }, { callId });
  expect(Object.fromEntries(await letters())).toEqual({ [nowDaily]: 1 });
  await sendDigests(tomorrow);
  expect(Object.fromEntries(await letters())).toEqual({ [nowDaily]: 1, [nowAtOnce]: 1 });
});

test("the audience of an act is counted and paged by key, each with the way to leave", async () => {
  const ids = await subscribe(database.owner, 7);
  const callId = await publish();
  expect(await subscribersForCall.count(ctx, callId)).toBe(7);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await subscribersForCall.page(ctx, callId, after, 3);
    seen.push(...page.map((one) => one.key));
    expect(page.every((one) => /^\/api\/iscrizioni\/[\w-]{43}$/.test(one.leavePath))).toBe(true);
    after = page.at(-1)?.key ?? null;
    if (page.length < 3) break;
  }
  expect(seen).toEqual(ids);
});

test("the letter carries the one-click headers, its key ends the subscription and is wiped once it left", async () => {
  const [id = ""] = await subscribe(database.owner, 1);
  const callId = await publish();
  await tellSubscribers(ctx, { callId });
  const sink = await startSink();
  const worker = await runWorker(database.app, { concurrency: 2, smtpUrl: sink.url });
  try {
    await eventually("sent", async () => {
      const { rows } = await database.owner.query(
        "select state from message where kind = 'newCalls'",
      );
      return rows[0]?.state === "sent";
    });
  } finally {
    await worker.stop();
    await sink.stop();
  }
  const [letter] = await sink.letters();
  const header = (name: string) => letter?.headers.find(({ key }) => key === name)?.value;
  expect(header("list-unsubscribe")).toMatch(/^<https?:\/\/[^>]+\/api\/iscrizioni\/[\w-]{43}>$/);
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(letter?.text).toContain("Leggi l’avviso");
  const { rows } = await database.owner.query(
    "select view, key from message where kind = 'newCalls'",
  );
  expect(JSON.stringify(rows[0])).not.toContain("/iscrizioni/");
  expect(rows[0]?.key).toBe(`newCalls:call:${callId}:${id}`);
});
