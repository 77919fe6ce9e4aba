import { beforeAll, expect, test } from "vitest";
import { adjustRegime } from "@/lib/calls/commands/adjust-regime";
import { createCall } from "@/lib/calls/commands/create-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { type Regime, type RegimeRules, standardRules } from "@/lib/calls/core/regimes";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { callPage } from "@/lib/calls/queries/call-page";
import { bodyRegimes } from "@/lib/calls/queries/regimes-page";
import { saveCallSchema } from "@/lib/calls/schema";
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

const database = await testDatabase();
const visitor = testContext(database.app, { actor: { kind: "anonymous" } });
const administrator = (body: string, seed: string) =>
  testContext(database.app, { actor: staffOf(body, "administrator"), scope: [body], seed });

beforeAll(() => seedOfficers(database.owner));

const adjusted = (regime: Regime, change: Partial<RegimeRules>, version = 0) => {
  const { rolling: _, funding: __, ...rules } = { ...standardRules[regime], ...change };
  return { bodyId: coeso, regime, version, rules, reason: "Delibera n. 4" };
};

test("an adjustment is a version: drafts follow the latest, a published call keeps its own", async () => {
  const ctx = administrator(coeso, "versions");
  const before = await completeDraft(ctx, coeso, { slug: "prima" });
  const { revision } = await saveCall(ctx, before);
  await publishCall(ctx, { callId: before.callId, revision, overrideReason: "" });

  const days = { days: 60, blocking: true };
  const change = adjusted("participatoryPath", { minimumDays: days, peremptory: false });
  expect(await adjustRegime(ctx, change)).toEqual({ version: 1 });
  const after = await completeDraft(ctx, coeso, { slug: "dopo", peremptory: "no" });
  const saved = await saveCall(ctx, after);
  const publishing = { callId: after.callId, revision: saved.revision };
  await expect(publishCall(ctx, { ...publishing, overrideReason: "" })).rejects.toMatchObject({
    reason: "blocked_by_warning",
  });
  const warnings = (await callEditor(ctx, after.callId)).warnings;
  expect(warnings[0]).toMatchObject({ code: "too_few_days", reason: "regime_says_days" });
  await publishCall(ctx, { ...publishing, overrideReason: "Urgente" });

  const [old, young] = await Promise.all([callPage(visitor, "prima"), callPage(visitor, "dopo")]);
  expect(old?.rules).toEqual(standardRules.participatoryPath);
  expect(young?.rules).toMatchObject({ minimumDays: days });
  const { rows } = await database.owner.query(
    "select slug, regime_version from call where slug in ('prima', 'dopo') order by slug",
  );
  expect(rows).toEqual([
    { slug: "dopo", regime_version: 1 },
    { slug: "prima", regime_version: 0 },
  ]);
});

test("what a new call begins with follows the adjustment", async () => {
  const ctx = administrator(coeso, "begins");
  await adjustRegime(ctx, adjusted("attivatori", { minimumAge: 18, peremptory: false }));
  const given = { bodyId: coeso, title: "Attivatori", template: "" };
  const { id } = await createCall(ctx, { ...given, regime: "codesign55" });
  expect((await callEditor(ctx, id)).audiences).toEqual(["organisation"]);
  const second = await createCall(ctx, { ...given, regime: "attivatori" });
  expect(await callEditor(ctx, second.id)).toMatchObject({ peremptory: false });
});

test("neither the owner of the tables changes a version, nor the rules of a published call", async () => {
  await expect(
    database.owner.query("update regime_adjustment set reason = 'x' where version = 1"),
  ).rejects.toThrow(/never changed/);
  await expect(
    database.owner.query("update call set regime_rules = '{}' where slug = 'prima'"),
  ).rejects.toThrow(/keeps its regime/);
  await expect(
    database.app.query("delete from regime_adjustment where version = 1"),
  ).rejects.toThrow(/permission denied/);
});

test("what the law closes is refused by its field, and what is unchanged is not a version", async () => {
  const ctx = administrator(coeso, "law");
  const outside = adjusted("codesign55", {
    ...{ runtsRequired: false, runtsMonths: 6, applicants: ["organisation", "citizen"] },
    ...{ minimumDays: { days: 10, blocking: false }, channels: ["pec"] },
  });
  await expect(adjustRegime(ctx, outside)).rejects.toMatchObject({
    fields: {
      applicants: "law_excludes_citizens",
      runtsRequired: "law_requires_runts",
      runtsMonths: "months_need_runts",
      days: "law_requires_days",
      channels: "needs_an_online_channel",
    },
  });
  const notice = adjusted("callForProposals", { notice: true });
  await expect(adjustRegime(ctx, notice)).rejects.toMatchObject({
    fields: { notice: "law_excludes_notice" },
  });
  await expect(adjustRegime(ctx, adjusted("openRegister", {}))).rejects.toMatchObject({
    reason: "nothing_changed",
  });
});

test("of two administrators at once the second one is told, and officers may only look", async () => {
  const ctx = administrator(coeso, "first");
  const change = (days: number) =>
    adjusted("callForProposals", { minimumDays: { days, blocking: false } });
  const both = await Promise.allSettled([
    adjustRegime(ctx, change(25)),
    adjustRegime(administrator(coeso, "second"), change(30)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "stale" },
  });
  const officer = officerContext(database.app, coeso);
  await expect(adjustRegime(officer, change(40))).rejects.toMatchObject({ code: "forbidden" });
  const [own] = await bodyRegimes(officer);
  expect(own).toMatchObject({ id: coeso, mayAdjust: false });
});

test("another body sees and follows nothing of it", async () => {
  const [other] = await bodyRegimes(administrator(valdera, "other"));
  expect(other?.id).toBe(valdera);
  expect(other?.regimes.flatMap(({ versions }) => versions.map(({ version }) => version))).toEqual([
    0, 0, 0, 0, 0,
  ]);
  const stranger = adjusted("openRegister", { peremptory: false });
  await expect(adjustRegime(administrator(valdera, "wall"), stranger)).rejects.toMatchObject({
    code: "forbidden",
  });
  const { rows } = await database.app.query("select count(*)::int as seen from regime_adjustment");
  expect(rows).toEqual([{ seen: 0 }]);
});

test("a call that divides a sum keeps its lots and criteria, and a register its cut-offs in order", async () => {
  const ctx = administrator(coeso, "lots");
  const { id } = await createCall(ctx, {
    ...{ bodyId: coeso, title: "Bando", regime: "callForProposals", template: "" },
  });
  const sent = saveCallSchema.parse({
    ...{
      callId: id,
      revision: 1,
      title: "Bando",
      slug: "bando-con-lotti",
      audiences: "organisation",
    },
    ...{ budget: "12.500,50", lotTitle: ["Nord", "Sud", ""], lotAmount: ["10000", "5.000", ""] },
    ...{ criterionTitle: ["Qualità", "Rete"], criterionPoints: ["40,5", "30"] },
    ...{ criterionLeast: ["20", ""], passingPoints: "80" },
    ...{ cutOffOn: ["2026-12-31", "2026-10-25", ""], cutOffAt: ["12:00", "", ""] },
  });
  // Out of the template, to be written anew.
  expect((await callEditor(ctx, id)).content.evaluation?.criteria).toHaveLength(3);
  await saveCall(ctx, sent);
  const stored = await callEditor(ctx, id);
  expect(stored.content.evaluation).toEqual({
    criteria: [
      { title: "Qualità", points: 40.5, least: 20 },
      { title: "Rete", points: 30, least: null },
    ],
    passing: 80,
  });
  expect(stored.content.funding).toEqual({
    budget: 12500.5,
    lots: [
      { title: "Nord", amount: 10000 },
      { title: "Sud", amount: 5000 },
    ],
  });
  // The end of the day of 25 hours, then noon in winter.
  expect(stored.cutOffs.map((one) => one.toISOString())).toEqual([
    "2026-10-25T22:59:59.000Z",
    "2026-12-31T11:00:00.000Z",
  ]);
  const blocking = stored.warnings.filter(({ severity }) => severity === "blocking");
  expect(blocking.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["lots_over_budget", "passing_over_points"]),
  );
  const later = { ...sent, revision: 1, budget: 7, passingPoints: 60 };
  await expect(saveCall(ctx, later)).rejects.toMatchObject({
    changed: ["budget", "criterionTitle"],
  });
});
