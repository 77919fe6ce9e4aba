import { beforeAll, describe, expect, test } from "vitest";
import { copyCall } from "@/lib/calls/commands/copy-call";
import { createCall } from "@/lib/calls/commands/create-call";
import { publishCopies } from "@/lib/calls/commands/publish-copies";
import { saveCall } from "@/lib/calls/commands/save-call";
import { callSet, callSets } from "@/lib/calls/queries/call-sets";
import { copySource } from "@/lib/calls/queries/copy-source";
import { copyCallSchema } from "@/lib/calls/schema/copies";
import type { Ctx } from "@/lib/context";
import { Forbidden, NotFound, Refused } from "@/lib/kernel/errors";
import { copiesFor, region, regionalContext } from "../../support/copies";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers, valdera } from "../../support/drafts";
import { countingPool } from "../../support/query-count";

const database = await testDatabase();
const counting = countingPool(database.appUrl);

let regional: Ctx;
let source: string;

beforeAll(async () => {
  await seedOfficers(database.owner);
  regional = await regionalContext(database.app);
  const draft = await completeDraft(regional, region, { meetingOn: ["2026-12-20"] });
  await saveCall(regional, draft);
  source = draft.callId;
});

const owned = (sql: string, ...values: unknown[]) =>
  database.owner.query<Record<string, unknown>>(sql, values).then(({ rows }) => rows);

describe("a call copied to several zones", () => {
  test("becomes a draft of each body with its own days, contacts, act and places", async () => {
    const given = copiesFor(source, [valdera, coeso]);
    const { id } = await copyCall(regional, given);
    const copies = await owned(
      `select c.*, b.zone_id as "bodyZone", content->'contacts'->>'phone' as phone,
         content->'procedure'->>'office' as office, content->'procedure'->>'actNumber' as act,
         content->'meetings'->0->>'where' as place, content->'sheet'->>'audience' as audience
       from call c join body b on b.id = c.body_id where set_id = $1 order by phone`,
      id,
    );
    expect(copies).toMatchObject([
      { body_id: valdera, phone: "0587 000", act: "Determina n. 1", place: "Sala 0" },
      { body_id: coeso, phone: "0587 001", act: "Determina n. 2", place: "Sala 1" },
    ]);
    for (const copy of copies) {
      expect(copy).toMatchObject({ state: "draft", code: null, office: "Ufficio Partecipazione" });
      expect(copy.zone_id).toBe(copy.bodyZone);
      expect(copy.closes_at).toEqual(new Date("2026-12-18T11:00:00Z"));
      expect(String(copy.audience).length).toBeGreaterThan(10);
    }
    expect(new Set(copies.map(({ form_definition_id: form }) => form)).size).toBe(2);
    expect(new Set(copies.map(({ slug }) => slug)).size).toBe(2);
  });

  test("is told in the chain of each body", async () => {
    const { id } = await copyCall(regional, copiesFor(source, [valdera, coeso]));
    const events = await owned(
      `select chain, action from audit_event where entry like '%' || $1 || '%' order by action, chain`,
      id,
    );
    expect(events).toEqual([
      { chain: region, action: "call.copied" },
      ...[valdera, coeso].sort().map((chain) => ({ chain, action: "call.created" })),
    ]);
  });

  test("is all or nothing: one body that is not one's own, and no draft is made", async () => {
    const ctx = officerContext(database.app, valdera);
    const draft = await completeDraft(ctx, valdera);
    const given = copiesFor(draft.callId, [valdera, coeso]);
    await expect(copyCall(ctx, given)).rejects.toThrow(Forbidden);
    expect(await owned("select 1 from call where set_id = $1", given.key)).toEqual([]);
    expect(await owned("select 1 from call_set where id = $1", given.key)).toEqual([]);
    const own = await copyCall(ctx, copiesFor(draft.callId, [valdera]));
    expect((await callSet(ctx, own.id)).copies).toHaveLength(1);
  });

  test("is another body's to copy for nobody but that body", async () => {
    const ctx = officerContext(database.app, coeso);
    await expect(copyCall(ctx, copiesFor(source, [coeso]))).rejects.toThrow(NotFound);
    await expect(copySource(ctx, source)).rejects.toThrow(NotFound);
    const { targets } = await copySource(regional, source);
    expect(targets).toHaveLength(32);
    const draft = await completeDraft(ctx, coeso);
    expect((await copySource(ctx, draft.callId)).targets.map(({ id }) => id)).toEqual([coeso]);
  });
});

describe("the set", () => {
  test("shows the region every zone, and a body its own copies alone", async () => {
    const { id } = await copyCall(regional, copiesFor(source, [valdera, coeso]));
    const seen = await callSet(regional, id);
    expect(seen.copies.map(({ own, details }) => [own, details !== undefined])).toEqual([
      [false, true],
      [false, true],
    ]);
    const ctx = officerContext(database.app, valdera);
    await expect(callSet(ctx, id)).rejects.toThrow(NotFound);
    expect(await callSets(ctx)).toHaveLength(1);
    const visible = await ctx.db.execute("select body_id from call where set_id is not null");
    expect(new Set(visible.rows.map((row) => row.body_id))).toEqual(new Set([valdera]));
  });

  test("hides from the region a draft that others made and write", async () => {
    const ctx = officerContext(database.app, valdera);
    const draft = await completeDraft(ctx, valdera);
    const { id } = await copyCall(ctx, copiesFor(draft.callId, [valdera]));
    const [copy] = (await callSet(regional, id)).copies;
    expect(copy).toMatchObject({ own: false, details: undefined, status: "draft" });
  });

  test("is published as one: of two ready drafts both, or none if one has changed", async () => {
    const ctx = await regionalContext(database.app);
    const { id: bare } = await createCall(ctx, {
      bodyId: region,
      title: "Rete di prova",
      regime: "participatoryPath",
      template: "workshopsForAll",
    });
    const first = await copyCall(ctx, copiesFor(source, [region]));
    const second = await copyCall(ctx, copiesFor(source, [region]));
    const copies = [
      ...(await callSet(ctx, first.id)).copies,
      ...(await callSet(ctx, second.id)).copies,
    ];
    expect(copies.map(({ details }) => details?.verdict.ok)).toEqual([true, true]);
    const calls = copies.map(({ id, revision }) => ({ callId: id, revision }));
    const stale = [...calls, { callId: bare, revision: 1 }];
    await expect(publishCopies(ctx, { setId: first.id, calls: stale })).rejects.toThrow(Refused);
    expect((await callSet(ctx, first.id)).copies[0]?.status).toBe("draft");
    await publishCopies(ctx, { setId: first.id, calls });
    const codes = await owned(
      "select code from call where id = any($1)",
      calls.map(({ callId }) => callId),
    );
    expect(codes.map(({ code }) => code).sort()).toEqual(["2026/1", "2026/2"]);
  });

  test("takes two queries to show, and the list one, however many zones there are", async () => {
    const bodies = (await copySource(regional, source)).targets.map(({ id }) => id);
    const { id } = await copyCall(regional, copiesFor(source, bodies));
    const ctx = { ...regional, db: (await regionalContext(counting.pool)).db };
    const cost = async (work: () => Promise<unknown>) => {
      const before = counting.count();
      await work();
      return counting.count() - before;
    };
    expect(await cost(() => callSet(ctx, id))).toBe(2);
    expect(await cost(() => callSets(ctx))).toBe(1);
    expect(await cost(() => copySource(ctx, source))).toBe(2);
    expect((await callSet(ctx, id)).copies).toHaveLength(32);
  });
});

test("what was typed wrong comes back under the name of its field", () => {
  const fields = {
    sourceId: source,
    key: "0193a5c0-0000-7000-8000-000000000000",
    "rows.0.bodyId": valdera,
    "rows.0.title": "",
    "rows.0.opensOn": "2026-12-01",
    "rows.0.closesOn": "2026-11-30",
    "rows.0.meetings.1.on": "domani",
    "rows.1.bodyId": valdera,
    "rows.1.title": "Uguale",
    "rows.1.closesOn": "2027-03-28",
    "rows.1.closesAtTime": "02:30",
  };
  const problems = (given: Record<string, string>) =>
    copyCallSchema
      .safeParse(given)
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(problems(fields)?.toSorted()).toEqual([
    "rows.0.closesOn: ends_before_start",
    "rows.0.meetings.1.on: not_a_date",
    "rows.0.title: required",
    "rows.1.closesAtTime: nonexistent_hour",
    "rows.1.title: twice",
  ]);
  expect(problems({ ...fields, "rows.99.title": "x" })?.[0]).toBe("rows: too_many");
  expect(problems({ sourceId: source, key: fields.key })).toEqual(["rows: required"]);
});
