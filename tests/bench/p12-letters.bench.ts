import { expect, test } from "vitest";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { applicantsOfCall, placesTaken } from "@/lib/applications/queries/act-recipients";
import { announceAct } from "@/lib/calls/commands/announce-act";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { staffActs } from "@/lib/calls/queries/staff-acts";
import { actSchema } from "@/lib/calls/schema/acts";
import { subscribersForCall } from "@/lib/subscriptions/queries/subscribers";
import { testContext } from "../support/context";
import { testDatabase } from "../support/database";
import { coeso, officerContext, publishedCall, seedOfficers } from "../support/drafts";
import { subscribe } from "../support/subscriptions";
import { median, record, rounded } from "./result";

const SUBSCRIBERS = 100_000;
const ACTS = 7;
const database = await testDatabase();
const at = { placesTaken, carryAnswers, at: "2026-11-25T17:20:00.000000Z" };

/** Publishes an act of a call of its own; how long its author waited, and the act. */
async function publishOne() {
  const ctx = officerContext(database.app, coeso);
  const { callId, revision: callRevision } = await publishedCall(ctx, coeso);
  const given = { kind: "extension", closesOn: "2026-12-22", closesAtTime: "" };
  const act = { actNumber: "n. 9", actDate: "2026-11-25", reason: "Lo hanno chiesto in molti." };
  const { revision } = await prepareAct(
    ctx,
    actSchema.parse({ callId, callRevision, ...given, ...act }),
    at,
  );
  const begin = performance.now();
  const { actId } = await publishAct(ctx, { callId, revision }, at);
  return { ctx, callId, actId, ms: performance.now() - begin };
}

async function publishSome(count: number): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth++) times.push((await publishOne()).ms);
  return median(times);
}

const jobs = async () =>
  (
    await database.owner.query(
      "select from graphile_worker.jobs where task_identifier = 'announce-act'",
    )
  ).rowCount ?? 0;

test("P12: an act is published, and its 100,000 subscribers are told while others publish", async () => {
  await seedOfficers(database.owner);
  await publishSome(3);
  const alone = await publishSome(ACTS);
  await subscribe(database.owner, SUBSCRIBERS);
  await database.owner.query("analyze subscription");
  const before = await jobs();
  const quiet = await publishSome(ACTS);
  const perAct = ((await jobs()) - before) / ACTS;
  row("an act published with 100,000 subscribers, against none", quiet, alone, {
    jobs: perAct,
    ok: perAct === 1,
  });

  const act = await publishOne();
  let told = false;
  const begin = performance.now();
  const telling = announceAct(testContext(database.app), act, [
    applicantsOfCall,
    subscribersForCall,
  ]).then(() => {
    told = true;
    return (performance.now() - begin) / 1000;
  });
  const waited: number[] = [];
  const shown: number[] = [];
  while (!told) {
    waited.push((await publishOne()).ms);
    const { acts } = await staffActs(act.ctx, act.callId);
    const { total, written } = acts[0]?.progress ?? { total: null, written: 0 };
    if (total === SUBSCRIBERS) shown.push(written);
  }
  const seconds = await telling;
  row("an act published while the 100,000 are written to, against none", median(waited), alone, {
    published: waited.length,
    ok: waited.length > 0,
  });
  const { rows } = await database.owner.query<{ letters: number; mailboxes: number }>(
    `select count(*)::int as letters, count(distinct recipient)::int as mailboxes
     from message where subject_id = $1`,
    [act.actId],
  );
  const { letters = 0, mailboxes = 0 } = rows[0] ?? {};
  const steps = new Set(shown).size;
  record({
    id: "P12",
    what: `letters about an act to 100,000 subscribers written into the outbox, with their jobs; its author sees ${steps} steps of it`,
    value: rounded(letters / seconds),
    unit: "letters/s",
    limit: null,
    ratio: null,
    goal: "each mailbox once, progress shown",
    ok: letters === SUBSCRIBERS && mailboxes === SUBSCRIBERS && steps > 1,
    counts: { letters, mailboxes, steps },
  });
  expect(shown).toEqual(shown.toSorted((one, other) => one - other));
});

function row(
  what: string,
  value: number,
  limit: number,
  { ok, ...counts }: Record<string, number | boolean>,
): void {
  record({
    id: "P12",
    what,
    value: rounded(value),
    unit: "ms",
    limit: rounded(limit),
    ratio: rounded(limit / value),
    goal: "one job; ≤ 2 times",
    ok: ok === true && value <= limit * 2,
    counts: counts as Record<string, number>,
  });
}
