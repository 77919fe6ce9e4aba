import { beforeAll, expect, test } from "vitest";
import { startApplication } from "@/lib/applications/commands/start-application";
import { startPage } from "@/lib/applications/queries/start-page";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { unpublishCall } from "@/lib/calls/commands/unpublish-call";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { callPage, publishedSlugs } from "@/lib/calls/queries/call-page";
import { callTallies } from "@/lib/calls/queries/call-tallies";
import { callVersions } from "@/lib/calls/queries/call-versions";
import { callsToday, zonesToday } from "@/lib/calls/queries/calls-today";
import { foundCalls } from "@/lib/calls/queries/found-calls";
import { publishCallSchema } from "@/lib/calls/schema";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers } from "../../support/drafts";

const database = await testDatabase();
const visitor = testContext(database.app, { actor: { kind: "anonymous" } });
/** Far from the clock of every machine that runs this: nine in the morning, in winter. */
const at = new Date("2098-03-03T08:00:00Z");

const everything = { text: "", zone: "", audiences: [], themes: [], states: [] };

beforeAll(() => seedOfficers(database.owner));

async function scheduled(slug: string) {
  const ctx = officerContext(database.app, coeso, slug);
  const change = { slug, opensOn: "2098-03-04", opensAtTime: "09:00", closesOn: "2098-04-30" };
  const draft = await completeDraft(ctx, coeso, change);
  const { revision } = await saveCall(ctx, draft);
  const given = { callId: draft.callId, revision, overrideReason: "", at };
  const { code } = await publishCall(ctx, given);
  return { ctx, draft, code, callId: draft.callId };
}

test("until its moment a scheduled call is nowhere, and then everywhere, with no job", async () => {
  const { ctx, callId } = await scheduled("programmato");
  const instant = (ms: number) => ({ ...visitor, now: new Date(at.getTime() + ms) });
  for (const [moment, seen] of [
    [instant(-1), false],
    [instant(0), true],
  ] as const) {
    const by = { ...everything, archive: false, after: undefined };
    const { calls } = await foundCalls(moment, by);
    const lists = [
      (await callsToday(moment, "", { upcoming: 9 })).upcoming,
      await publishedSlugs(moment),
      calls,
    ];
    for (const list of lists) {
      expect(list.some((one) => one.slug === "programmato")).toBe(seen);
    }
    expect((await callVersions(moment, "programmato")) !== undefined).toBe(seen);
    const there = (await zonesToday(moment)).some((one) => one.today?.status === "upcoming");
    expect(there).toBe(seen);
    const { tallies } = await callTallies(moment, by);
    expect(tallies.some((one) => one.state === "upcoming")).toBe(seen);
    expect((await callPage(moment, "programmato"))?.status).toBe(seen ? "upcoming" : undefined);
    await expect(
      startPage(moment, "programmato").then(
        () => true,
        () => false,
      ),
    ).resolves.toBe(seen);
  }
  const zoned = await database.owner.query(
    "select z.slug from call c join zone z on z.id = c.zone_id where c.id = $1",
    [callId],
  );
  const before = await callsToday(instant(-1), zoned.rows[0].slug, { upcoming: 9 });
  expect(before.upcoming).toEqual([]);
  expect(await staffCall(ctx, callId)).toMatchObject({ status: "scheduled", publishedAt: at });
  // No job makes it public; one waits to write to who has subscribed.
  const jobs = await database.owner.query(
    "select task_identifier as waiting, run_at as at from graphile_worker.jobs where run_at > now()",
  );
  expect(jobs.rows).toEqual([{ waiting: "tell-subscribers", at }]);
});

test("nobody applies to what cannot be read", async () => {
  const { callId } = await scheduled("non-ancora");
  const { ctx } = await somebody(visitor.db);
  const starting = startApplication(ctx, { callId, track: "organisation" });
  await expect(starting).rejects.toMatchObject({ code: "not_found" });
});

test("a publication that has not come is taken back: a draft again, with its number", async () => {
  const { ctx, draft, code, callId } = await scheduled("annullato");
  await unpublishCall(ctx, { callId });
  const stored = await callEditor(ctx, callId);
  expect(stored).toMatchObject({ state: "draft", code });
  const { rows } = await database.owner.query(
    `select c.regime_version, c.published_at, f.frozen_at,
       (select count(*)::int from call_version v where v.call_id = c.id) as versions
     from call c join form_definition f on f.id = c.form_definition_id where c.id = $1`,
    [callId],
  );
  expect(rows).toEqual([
    { regime_version: null, published_at: null, frozen_at: null, versions: 0 },
  ]);
  const { revision } = await saveCall(ctx, { ...draft, revision: stored.revision, title: "Nuovo" });
  const again = await publishCall(ctx, { callId, revision, overrideReason: "", at });
  expect(again.code).toBe(code);
});

test("what is public is not taken back, not even by who owns the tables", async () => {
  const past = officerContext(database.app, coeso, "past");
  const ctx = { ...past, now: new Date("2021-05-03T08:00:00Z") };
  const dates = { opensOn: "2021-05-04", closesOn: "2021-06-30", actDate: "2021-05-01" };
  const draft = await completeDraft(ctx, coeso, { slug: "gia-pubblico", ...dates });
  const { revision } = await saveCall(ctx, draft);
  const { callId } = draft;
  await publishCall(ctx, { callId, revision, overrideReason: "" });
  await expect(unpublishCall(ctx, { callId })).rejects.toMatchObject({ reason: "already_public" });
  await expect(
    database.owner.query("delete from call_version where call_id = $1", [callId]),
  ).rejects.toThrow(/never changed/);
});

test("the moment is refused by its field: in the past, or after the opening, or in no hour", async () => {
  const ctx = officerContext(database.app, coeso, "moments");
  const draft = await completeDraft(ctx, coeso, { slug: "momenti", opensOn: "2026-11-27" });
  const { revision } = await saveCall(ctx, draft);
  const publishing = (moment: string) =>
    publishCall(ctx, {
      ...{ callId: draft.callId, revision, overrideReason: "" },
      at: new Date(moment),
    });
  await expect(publishing("2026-11-25T17:20:00Z")).rejects.toMatchObject({
    fields: { publishOn: "in_the_past" },
  });
  await expect(publishing("2026-11-28T08:00:00Z")).rejects.toMatchObject({
    fields: { publishOn: "opens_before_publication" },
  });
  const typed = (publishOn: string, publishAtTime: string) =>
    publishCallSchema.safeParse({
      ...{ callId: draft.callId, revision, when: "later", publishOn, publishAtTime },
    });
  expect(typed("2027-03-28", "02:30").error?.issues[0]?.message).toBe("nonexistent_hour");
  expect(typed("2026-10-25", "02:30").error?.issues[0]?.message).toBe("ambiguous_hour");
  expect(typed("", "").error?.issues[0]?.message).toBe("required");
  expect(typed("2027-01-07", "09:00").data?.at).toEqual(new Date("2027-01-07T08:00:00Z"));
});
