import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call, refusedAttempt } from "@/db/schema/calls";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { timingOf } from "@/lib/applications/core/timing";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { isInTime } from "@/lib/calls/core/deadline";
import { endOfRomeDay, romeInstant } from "@/lib/kernel/rome-time";
import { serverNow, setServerClock } from "@/lib/platform/server-clock";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
let bodies = 500;

async function readyDraft() {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  bodies += 1;
  const id = await completeDraft(applicant, callId, { code: bodyCode(bodies) });
  return { ...applicant, callId, id };
}

const closing = (callId: string, closesAt: Date, opensAt = new Date("2015-01-01T08:00:00Z")) =>
  db.update(call).set({ opensAt, closesAt }).where(eq(call.id, callId));

const hour = (date: string, time: string): Date => {
  const found = romeInstant(date, time);
  if (!found.ok) throw new Error(found.reason);
  return found.instant;
};
/** UTC with microseconds, so many of them after an instant. */
const microsAfter = (instant: Date, micros: bigint): string => {
  const all = BigInt(instant.getTime()) * 1000n + micros;
  const rest = ((all % 1_000_000n) + 1_000_000n) % 1_000_000n;
  const second = new Date(Number((all - rest) / 1000n)).toISOString().slice(0, 19);
  return `${second}.${String(rest).padStart(6, "0")}Z`;
};

/** Ends that happened, or will: law.md, and both nights of the clock change. */
const ends: [string, Date][] = [
  ["Friday 14 May 2021, no hour", endOfRomeDay("2021-05-14")],
  ["Sunday 27 March 2022, no hour, a day of 23 hours", endOfRomeDay("2022-03-27")],
  ["Sunday 10 March 2024, no hour", endOfRomeDay("2024-03-10")],
  ["13:00 of 30 November 2022", hour("2022-11-30", "13:00")],
  ["Sunday 25 October 2026, a day of 25 hours", endOfRomeDay("2026-10-25")],
  ["the last second before the spring gap", hour("2026-03-29", "01:59:59")],
  ["the first hour after the spring gap", hour("2026-03-29", "03:00")],
  ["the last second before the doubled hour", hour("2026-10-25", "01:59:59")],
  ["the first hour after the doubled one", hour("2026-10-25", "03:00")],
];

describe("the rule as PostgreSQL evaluates it", () => {
  test.each(ends)("%s", async (_, closesAt) => {
    const { ctx, id, callId } = await readyDraft();
    await closing(callId, closesAt);
    const timing = async (micros: bigint) => {
      const receivedAt = microsAfter(closesAt, micros);
      const found = await applicationForCommand(ctx, id, { receivedAt });
      expect(found.timing).toBe(timingOf(found.call, receivedAt));
      return found.timing;
    };
    expect(await timing(-1n)).toBe("inTime");
    expect(await timing(0n)).toBe("inTime");
    expect(await timing(999_999n)).toBe("inTime");
    expect(await timing(1_000_000n)).toBe("late");
    expect(await timing(33_000_000n)).toBe("late");
  });

  test("and as the pages evaluate it, for any moment of any end", async () => {
    const cases = fc.sample(
      fc.record({
        end: fc.integer({ min: 1_300_000_000, max: 2_000_000_000 }),
        micros: fc.bigInt({ min: -3_000_000n, max: 3_000_000n }),
      }),
      2_000,
    );
    const given = cases.map(({ end, micros }) => {
      const closesAt = new Date(end * 1000);
      return { closesAt, receivedAt: microsAfter(closesAt, micros) };
    });
    const { rows } = await database.app.query<{ timely: boolean }>(
      `select date_trunc('second', r) <= c as timely
       from unnest($1::timestamptz[], $2::timestamptz[]) with ordinality as t(r, c, n) order by n`,
      [given.map((one) => one.receivedAt), given.map((one) => one.closesAt.toISOString())],
    );
    expect(rows.map(({ timely }) => timely)).toEqual(
      given.map((one) => isInTime(one.receivedAt, one.closesAt)),
    );
  });
});

describe("both days of the clock change", () => {
  test.each([
    ["spring", endOfRomeDay("2026-03-29")],
    ["autumn", endOfRomeDay("2026-10-25")],
  ])("in %s the last microsecond is in time, the next one is evidence", async (_, closesAt) => {
    const { ctx, id, callId } = await readyDraft();
    await closing(callId, closesAt);
    const late = microsAfter(closesAt, 1_000_000n);
    const sending = submitApplication(ctx, await confirmation(ctx, id, { receivedAt: late }));
    await expect(sending).rejects.toMatchObject({ reason: "deadline_passed" });
    const receivedAt = microsAfter(closesAt, 999_999n);
    await submitApplication(ctx, await confirmation(ctx, id, { receivedAt }));
    const kept = await database.owner.query(
      `select a.reason, a.application_id,
         to_char(a.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from refused_attempt a where a.call_id = $1`,
      [callId],
    );
    expect(kept.rows).toEqual([{ reason: "deadline_passed", application_id: id, at: late }]);
  });
});

describe("a web process whose clock is wrong by an hour", () => {
  const half = 1_800_000;
  const wrongBy = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });
  afterEach(() => {
    vi.useRealTimers();
    return setServerClock(database.app);
  });

  test("turns nobody away half an hour before the end", async () => {
    const { ctx, id, callId } = await readyDraft();
    await closing(callId, new Date(Date.now() + half));
    wrongBy(3_600_000);
    const fast = { ...ctx, now: new Date() };
    await expect(submitApplication(fast, await confirmation(fast, id))).resolves.toMatchObject({
      applicationId: id,
    });
  });

  test("lets nobody in half an hour after it, and keeps the true hour", async () => {
    const { ctx, id, callId } = await readyDraft();
    await closing(callId, new Date(Date.now() - half));
    const truth = Date.now();
    wrongBy(-3_600_000);
    const slow = { ...ctx, now: new Date() };
    const sending = submitApplication(slow, await confirmation(slow, id));
    await expect(sending).rejects.toMatchObject({ reason: "deadline_passed" });
    const [kept] = await db.select().from(refusedAttempt).where(eq(refusedAttempt.callId, callId));
    expect(Math.abs(Date.parse(kept?.receivedAt ?? "") - truth)).toBeLessThan(60_000);
  });

  test.each([3_600_000, -3_600_000])("shows its pages by the database's (%i ms)", async (ms) => {
    const truth = Date.now();
    wrongBy(ms);
    await setServerClock(database.app);
    expect(Math.abs(serverNow().getTime() - truth)).toBeLessThan(60_000);
    expect(Math.abs(Date.now() - truth)).toBeGreaterThan(3_000_000);
  });
});

test("a worker that comes late changes nothing: what was in time stays, no job closes a call", async () => {
  const { ctx, id, callId } = await readyDraft();
  const end = new Date(Math.ceil(Date.now() / 1000) * 1000);
  await closing(callId, end);
  const receivedAt = microsAfter(end, 0n);
  const sent = await submitApplication(ctx, await confirmation(ctx, id, { receivedAt }));
  // Nobody has served the queue: receipt and message wait, the candidacy is in.
  const waiting = await database.owner.query(
    `select (select rendered_at is null from issued_document where id = $1) as unrendered,
       (select state from application where id = $2) as state,
       (select to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
          from application where id = $2) as at,
       (select state from call where id = $3) as call`,
    [sent.receiptId, id, callId],
  );
  expect(waiting.rows).toEqual([
    { unrendered: true, state: "submitted", at: receivedAt, call: "published" },
  ]);
  const jobs = await database.owner.query(
    "select count(*)::int as about from graphile_worker._private_jobs where payload::text like $1",
    [`%${callId}%`],
  );
  expect(jobs.rows).toEqual([{ about: 0 }]);
});

test("who wants to begin after the end is refused, and leaves a trace", async () => {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx, { closesAt: new Date(Date.now() - 5_000) });
  const starting = startApplication(applicant.ctx, { callId, track: "organisation" });
  await expect(starting).rejects.toMatchObject({ reason: "deadline_passed" });
  const kept = await db.select().from(refusedAttempt).where(eq(refusedAttempt.callId, callId));
  expect(kept).toMatchObject([{ applicationId: null, personId: applicant.personId }]);
});

test("a call that wants an identity refuses a mailbox, at the start and at the sending", async () => {
  const { ctx, id, callId } = await readyDraft();
  await database.owner.query(
    `update call set regime_version = 1, regime_rules = $2 where id = $1`,
    [callId, JSON.stringify({ channels: ["identity", "pec"] })],
  );
  const sending = submitApplication(ctx, await confirmation(ctx, id));
  await expect(sending).rejects.toMatchObject({ reason: "channel_not_admitted" });
  const other = await somebody(db);
  const starting = (strength: "mailbox" | "identity") =>
    startApplication(
      { ...other.ctx, actor: { ...other.ctx.actor, strength } as typeof other.ctx.actor },
      { callId, track: "citizen" },
    );
  await expect(starting("mailbox")).rejects.toMatchObject({ reason: "channel_not_admitted" });
  await expect(starting("identity")).resolves.toMatchObject({ started: true });
});
