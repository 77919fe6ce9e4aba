import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { endOutage } from "@/lib/calls/commands/end-outage";
import { noticeOutage } from "@/lib/calls/commands/notice-outage";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { recordOutage } from "@/lib/calls/commands/record-outage";
import { saveCall } from "@/lib/calls/commands/save-call";
import { withdrawOutage } from "@/lib/calls/commands/withdraw-outage";
import { outagesPage } from "@/lib/calls/queries/outages-page";
import { recordOutageSchema } from "@/lib/calls/schema";
import type { Ctx } from "@/lib/context";
import { callEvidence } from "@/lib/review/queries/call-evidence";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import {
  coeso,
  completeDraft,
  officerContext,
  seedOfficers,
  staffOf,
  valdera,
} from "../../support/drafts";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);
const beat = () => testContext(database.app, { seed: randomUUID() });

beforeAll(() => seedOfficers(database.owner));

/** A call of coeso that was open from 2 to 30 March 2020, noon; its officer looks at it in April. */
async function closedCall(slug: string) {
  const base = officerContext(database.app, coeso);
  const ctx = { ...base, now: new Date("2020-03-02T08:00:00Z") };
  const dates = { opensOn: "2020-03-02", opensAtTime: "10:00", actDate: "2020-02-28" };
  const draft = await completeDraft(ctx, coeso, { slug, ...dates, closesOn: "2020-03-30" });
  const { revision } = await saveCall(ctx, draft);
  await publishCall(ctx, { callId: draft.callId, revision, overrideReason: "" });
  return { ctx: { ...base, now: new Date("2020-04-02T08:00:00Z") }, callId: draft.callId };
}

const written = {
  ...{ bodyId: coeso, kind: "identity", note: "SPID non rispondeva" },
  ...{ startedOn: "2020-03-30", startedAt: "10:00", endedOn: "2020-03-30", endedAt: "11:30" },
};
const typed = (change: Record<string, string> = {}) =>
  recordOutageSchema.parse({ ...written, ...change });

test("an outage of the last day proposes an end for the calls it touched, and is evidence", async () => {
  const { ctx, callId } = await closedCall("toccato");
  const { id } = await recordOutage(ctx, typed());
  const { lost, call } = await callEvidence(ctx, callId, "");
  expect(lost).toMatchObject({
    outages: [{ id, kind: "identity" }],
    lostMs: 90 * 60_000,
    proposed: new Date("2020-03-31T10:00:00Z"),
  });
  // Only an act moves the end.
  expect(call.closesAt).toEqual(new Date("2020-03-30T10:00:00Z"));
  const page = await outagesPage(ctx);
  expect(page.outages.find((one) => one.id === id)).toMatchObject({
    calls: [{ id: callId }],
    mayChange: true,
  });

  await withdrawOutage(ctx, { outageId: id, reason: "Era il giorno sbagliato" });
  expect((await callEvidence(ctx, callId, "")).lost).toEqual({
    outages: [],
    lostMs: 0,
    proposed: null,
  });
  const after = (await outagesPage(ctx)).outages.find((one) => one.id === id);
  expect(after).toMatchObject({ withdrawn: { reason: "Era il giorno sbagliato" }, calls: [] });
  await expect(withdrawOutage(ctx, { outageId: id, reason: "di nuovo" })).rejects.toMatchObject({
    reason: "wrong_state",
  });
});

test("one that lasts is ended once, by the database's clock, and nothing else of it changes", async () => {
  const ctx = officerContext(database.app, coeso);
  const { id } = await recordOutage(ctx, typed({ endedOn: "", endedAt: "" }));
  await endOutage(ctx, { outageId: id });
  await expect(endOutage(ctx, { outageId: id })).rejects.toMatchObject({ reason: "wrong_state" });
  const { rows } = await database.owner.query(
    "select abs(extract(epoch from clock_timestamp() - ended_at)) < 60 as fresh from outage where id = $1",
    [id],
  );
  expect(rows).toEqual([{ fresh: true }]);
  for (const change of [
    "update outage set started_at = started_at - interval '1 day' where id = $1",
    "update outage set ended_at = ended_at + interval '1 day' where id = $1",
    "update outage set note = 'altro' where id = $1",
    "delete from outage where id = $1",
  ]) {
    await expect(database.owner.query(change, [id])).rejects.toThrow(
      /only ever ended or withdrawn/,
    );
  }
});

test("times that cannot be are refused by their field", async () => {
  const ctx = officerContext(database.app, coeso);
  const future = typed({ startedOn: "2098-03-01", endedOn: "", endedAt: "" });
  await expect(recordOutage(ctx, future)).rejects.toMatchObject({
    fields: { startedOn: "in_the_future" },
  });
  await expect(recordOutage(ctx, typed({ endedAt: "09:00" }))).rejects.toMatchObject({
    fields: { endedOn: "ends_before_start" },
  });
  const half = recordOutageSchema.safeParse({ ...written, startedOn: "" });
  expect(half.error?.issues[0]).toMatchObject({ path: ["startedOn"], message: "required" });
});

test("another body sees neither the outage nor the evidence, and a reviewer writes none", async () => {
  const { ctx, callId } = await closedCall("altrui");
  const { id } = await recordOutage(ctx, typed());
  const stranger = officerContext(database.app, valdera);
  expect((await outagesPage(stranger)).outages.map((one) => one.id)).not.toContain(id);
  await expect(callEvidence(stranger, callId, "")).rejects.toMatchObject({ code: "not_found" });
  await expect(endOutage(stranger, { outageId: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(recordOutage(stranger, typed())).rejects.toMatchObject({ code: "forbidden" });
  const reviewer = testContext(database.app, { actor: staffOf(coeso, "reviewer"), scope: [coeso] });
  await expect(recordOutage(reviewer, typed())).rejects.toMatchObject({ code: "forbidden" });
  await expect(callEvidence(reviewer, callId, "")).rejects.toMatchObject({ code: "not_found" });
});

test("a silence of all web processes is written down once, and every body sees it", async () => {
  expect(await noticeOutage(beat())).toBeUndefined();
  expect(await noticeOutage(beat())).toBeUndefined();
  await database.owner.query(
    "update platform_mark set set_at = clock_timestamp() - interval '7 minutes' where key = 'web.beat'",
  );
  const found = await Promise.all([
    noticeOutage(beat()),
    noticeOutage(beat()),
    noticeOutage(beat()),
  ]);
  const [noticed] = found.filter((one) => one !== undefined);
  expect(found.filter((one) => one !== undefined)).toHaveLength(1);
  for (const body of [coeso, valdera]) {
    const { outages } = await outagesPage(officerContext(database.app, body));
    const seen = outages.find(({ id }) => id === noticed?.outageId);
    expect(seen).toMatchObject({ kind: "platform", mayChange: false, by: undefined });
    const minutes = ((seen?.endedAt?.getTime() ?? 0) - (seen?.startedAt.getTime() ?? 0)) / 60_000;
    expect(Math.round(minutes)).toBe(7);
  }
  // Nobody takes back what the system saw.
  const ctx = officerContext(database.app, coeso);
  await expect(
    withdrawOutage(ctx, { outageId: noticed?.outageId ?? "", reason: "x" }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("the pages take as many queries with a hundred outages as with one", async () => {
  const { ctx, callId } = await closedCall("molte");
  const counted = { ...officerContext(counting.pool, coeso), now: ctx.now };
  const count = async (read: (given: Ctx) => Promise<unknown>) => {
    const asked = counting.count();
    await read(counted);
    return counting.count() - asked;
  };
  const before = [await count(outagesPage), await count((one) => callEvidence(one, callId, ""))];
  await database.owner.query(
    `insert into outage (id, body_id, kind, started_at, ended_at, note, recorded_at)
     select gen_random_uuid(), $1, 'other', '2020-03-10'::timestamptz + n * interval '1 hour',
       '2020-03-10 00:30'::timestamptz + n * interval '1 hour', 'n', now() from generate_series(1, 100) n`,
    [coeso],
  );
  const after = [await count(outagesPage), await count((one) => callEvidence(one, callId, ""))];
  expect(after).toEqual(before);
  expect(Math.max(...after)).toBeLessThanOrEqual(5);
});
