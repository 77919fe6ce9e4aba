import { beforeAll, describe, expect, test } from "vitest";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { applicantsOfCall, placesTaken } from "@/lib/applications/queries/act-recipients";
import { announceAct } from "@/lib/calls/commands/announce-act";
import { dropAct } from "@/lib/calls/commands/drop-act";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { callPage } from "@/lib/calls/queries/call-page";
import { actSchema } from "@/lib/calls/schema/acts";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import {
  coeso,
  officerContext,
  publishedCall,
  seedOfficers,
  staffOf,
  valdera,
} from "../../support/drafts";

const database = await testDatabase();
const measure = { placesTaken, carryAnswers };

beforeAll(() => seedOfficers(database.owner));

async function published(change: Record<string, unknown> = {}) {
  const ctx = officerContext(database.app, coeso);
  const { callId, slug, revision } = await publishedCall(ctx, coeso, change);
  const act = (given: Record<string, unknown>) =>
    actSchema.parse({
      callId,
      callRevision: revision,
      actNumber: "Determina n. 9",
      actDate: "2026-11-25",
      reason: "Lo hanno chiesto in molti.",
      ...given,
    });
  const page = async () => callPage(testContext(database.app), slug);
  return { ctx, callId, slug, revision, act, page };
}

const at = "2026-11-25T17:20:00.000000Z";
const atNow = { ...measure, at };

describe("an act", () => {
  test("is kept with old and new values, makes a version, and starts one job", async () => {
    const { ctx, callId, act, page } = await published();
    const longer = act({ kind: "extension", closesOn: "2026-12-22", closesAtTime: "" });
    const { revision } = await prepareAct(ctx, longer, atNow);
    expect((await page())?.acts).toEqual([]);
    const { actId } = await publishAct(ctx, { callId, revision }, atNow);
    const shown = await page();
    expect(shown?.acts).toEqual([
      {
        id: actId,
        kind: "extension",
        number: "Determina n. 9",
        actDate: "2026-11-25",
        reason: "Lo hanno chiesto in molti.",
        before: { closesAt: "2026-12-18T11:00:00.000Z", closesAtTime: "12:00" },
        after: { closesAt: "2026-12-22T22:59:59.000Z", closesAtTime: "" },
        version: 2,
        publishedAt: new Date("2026-11-25T17:20:00Z"),
      },
    ]);
    expect(shown?.closesAt).toEqual(new Date("2026-12-22T22:59:59Z"));
    const jobs = await database.owner.query("select 1 from graphile_worker.jobs where key = $1", [
      `announce-act:${actId}`,
    ]);
    expect(jobs.rowCount).toBe(1);
    await expect(publishAct(ctx, { callId, revision }, atNow)).rejects.toMatchObject({
      reason: "act_gone",
    });
  });

  test("is never changed and never deleted, whoever tries", async () => {
    const { ctx, callId, act } = await published();
    const input = act({ kind: "revocation" });
    const { revision } = await prepareAct(ctx, input, atNow);
    const { actId } = await publishAct(ctx, { callId, revision }, atNow);
    for (const pool of [database.app, database.owner]) {
      for (const sql of [
        "update call_act set reason = 'x' where id = $1",
        "delete from call_act where id = $1",
      ]) {
        await expect(pool.query(sql, [actId])).rejects.toThrow(/never changed|permission denied/);
      }
    }
  });

  test("names its field when it is refused, and keeps nothing", async () => {
    const { ctx, callId, act } = await published();
    const shorter = act({ kind: "extension", closesOn: "2026-12-17", closesAtTime: "" });
    await expect(prepareAct(ctx, shorter, atNow)).rejects.toMatchObject({
      fields: { closesOn: "shortens" },
    });
    const night = act({ kind: "extension", closesOn: "2027-03-28", closesAtTime: "02:30" });
    await expect(prepareAct(ctx, night, atNow)).rejects.toMatchObject({
      fields: { closesAtTime: "nonexistent_hour" },
    });
    const kept = await database.owner.query("select 1 from prepared_act where call_id = $1", [
      callId,
    ]);
    expect(kept.rowCount).toBe(0);
  });

  test("that was looked at in time is refused when the end has passed before it is published", async () => {
    const { ctx, callId, act } = await published();
    const input = act({ kind: "extension", closesOn: "2026-12-22", closesAtTime: "12:00" });
    const { revision } = await prepareAct(ctx, input, atNow);
    const late = { ...measure, at: "2026-12-18T11:00:01.000000Z" };
    await expect(publishAct(ctx, { callId, revision }, late)).rejects.toMatchObject({
      reason: "already_closed",
    });
  });

  test("two members of staff meet in the act they write: nobody overwrites the other", async () => {
    const { ctx, callId, act } = await published();
    const input = act({ kind: "suspension", until: "2026-12-01" });
    const other = officerContext(database.app, coeso);
    const { revision } = await prepareAct(ctx, input, atNow);
    await expect(prepareAct(other, input, atNow)).rejects.toMatchObject({ code: "stale" });
    await prepareAct(other, { ...input, revision }, atNow);
    await expect(publishAct(ctx, { callId, revision }, atNow)).rejects.toMatchObject({
      code: "stale",
    });
    await expect(dropAct(ctx, { callId, revision })).rejects.toMatchObject({
      code: "stale",
    });
    await dropAct(other, { callId, revision: revision + 1 });
  });

  test("is not of people without the right, nor of another body", async () => {
    const { ctx, callId, act } = await published();
    const input = act({ kind: "revocation" });
    const desk = { ...ctx, actor: staffOf(coeso, "desk") };
    await expect(prepareAct(desk, input, atNow)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = officerContext(database.app, valdera);
    await expect(prepareAct(elsewhere, input, atNow)).rejects.toMatchObject({ code: "not_found" });
    const { revision } = await prepareAct(ctx, input, atNow);
    await expect(publishAct(desk, { callId, revision }, atNow)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("a suspension", () => {
  test("gives back the time it took, by whole days and never on a holiday", async () => {
    const { ctx, callId, act, page } = await published();
    const stop = act({ kind: "suspension", until: "2026-12-01" });
    const first = await prepareAct(ctx, stop, atNow);
    await publishAct(ctx, { callId, revision: first.revision }, atNow);
    expect(await page()).toMatchObject({
      status: "suspended",
      mayApply: { ok: false, reason: "suspended" },
    });
    const row = await database.owner.query("select revision from call where id = $1", [callId]);
    const go = {
      ...act({ kind: "resumption", actDate: "2026-11-26" }),
      callRevision: row.rows[0].revision,
    };
    // A day and an hour later: two days, and the end of 18 December moves over Sunday the 20th.
    const later = { ...measure, at: "2026-11-26T18:20:00.000000Z" };
    const second = await prepareAct(ctx, go, later);
    await publishAct(ctx, { callId, revision: second.revision }, later);
    expect((await page())?.closesAt).toEqual(new Date("2026-12-21T11:00:00Z"));
    expect((await page())?.acts.map((one) => one.kind)).toEqual(["resumption", "suspension"]);
  });
});

describe("the messages about an act", () => {
  test("reach each person once, however often the job runs, in batches", async () => {
    const { ctx, callId, act } = await published();
    await database.owner.query(
      `with people as (
         insert into person (id, email, given_name, family_name, created_at)
         select gen_random_uuid(), case when n > 2 then 'p' || n || '@act.example' end, 'P', n::text, now()
         from generate_series(1, 25) n returning id, email)
       insert into application (id, call_id, body_id, person_id, track, state, form_definition_id, created_at, updated_at)
       select gen_random_uuid(), c.id, c.body_id, p.id, 'citizen', 'draft', c.form_definition_id, now(), now()
       from people p, call c where c.id = $1`,
      [callId],
    );
    const input = act({ kind: "extension", closesOn: "2026-12-22", closesAtTime: "12:00" });
    const { revision } = await prepareAct(ctx, input, atNow);
    const { actId } = await publishAct(ctx, { callId, revision }, atNow);
    const job = testContext(database.app, { seed: `job-${actId}` });
    const stops = { ...applicantsOfCall, page: () => Promise.reject(new Error("killed")) };
    await expect(announceAct(job, { actId }, [stops], 7)).rejects.toThrow("killed");
    await Promise.all([
      announceAct(testContext(database.app, { seed: "a" }), { actId }, [applicantsOfCall], 7),
      announceAct(
        testContext(database.app, { seed: "b" }),
        { actId },
        [applicantsOfCall, applicantsOfCall],
        7,
      ),
    ]);
    const sent = await database.owner.query<{ recipient: string; standing: string; body: string }>(
      "select recipient, view ->> 'standing' as standing, body_id as body from message where subject_id = $1",
      [actId],
    );
    // The body of the call writes to all of them, whoever they follow.
    expect(new Set(sent.rows.map((row) => row.body))).toEqual(new Set([coeso]));
    expect(new Set(sent.rows.map((row) => row.recipient)).size).toBe(23);
    expect(sent.rowCount).toBe(23);
    expect(new Set(sent.rows.map((row) => row.standing))).toEqual(new Set(["draft"]));
    const queued = await database.owner.query(
      `select count(*)::int as jobs from graphile_worker.jobs j join message m
       on j.key = 'send-message:' || m.id where m.subject_id = $1`,
      [actId],
    );
    expect(queued.rows[0].jobs).toBe(23);
    const progress = await database.owner.query(
      "select total, written, finished_at is not null as finished from act_announcement where act_id = $1",
      [actId],
    );
    expect(progress.rows).toEqual([{ total: 23, written: 23, finished: true }]);
  });
});
