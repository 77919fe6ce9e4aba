import { beforeAll, expect, test } from "vitest";
import { verifyChains } from "@/lib/audit/verify-chain";
import { archiveCall } from "@/lib/calls/commands/archive-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { saveCall } from "@/lib/calls/commands/save-call";
import { startReview } from "@/lib/calls/commands/start-review";
import { readFilters } from "@/lib/calls/core/filter-address";
import { callPage, publishedSlugs } from "@/lib/calls/queries/call-page";
import { callsToday } from "@/lib/calls/queries/calls-today";
import { foundCalls } from "@/lib/calls/queries/found-calls";
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

beforeAll(() => seedOfficers(database.owner));

test("a complete draft is published: code, first version, frozen form, audit event", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  const { revision } = await saveCall(ctx, draft);
  const { code } = await publishCall(ctx, { callId: draft.callId, revision, overrideReason: "" });
  expect(code).toMatch(/^2026\/\d+$/);

  const page = await callPage(visitor, draft.slug);
  expect(page).toMatchObject({ code, status: "open", mayApply: { ok: true } });
  const stored = await database.owner.query(
    `select v.version, v.published_by, f.frozen_at, (select count(*)::int from audit_event e
       where e.subject_id = v.call_id and e.action = 'call.published') as events
     from call_version v join form_definition f on f.id = v.form_definition_id where v.call_id = $1`,
    [draft.callId],
  );
  expect(stored.rows).toHaveLength(1);
  expect(stored.rows[0]).toMatchObject({ version: 1, events: 1 });
  expect(stored.rows[0].frozen_at).not.toBeNull();
  const actor = staffOf(coeso);
  expect(stored.rows[0].published_by).toBe(actor.kind === "staff" ? actor.personId : "");
  for (const chain of await verifyChains(ctx)) expect(chain.brokenAt).toBeUndefined();
});

test("every missing point is named at once, and nothing is written", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso, { responsibleOfficer: "", digitalDomicile: "" });
  const { revision } = await saveCall(ctx, draft);
  const publishing = publishCall(ctx, { callId: draft.callId, revision, overrideReason: "" });
  await expect(publishing).rejects.toMatchObject({
    code: "invalid_input",
    fields: { responsibleOfficer: "missing", digitalDomicile: "missing" },
  });
  expect(await callPage(visitor, draft.slug)).toBeUndefined();
  const { rows } = await database.owner.query("select code, state from call where id = $1", [
    draft.callId,
  ]);
  expect(rows).toEqual([{ code: null, state: "draft" }]);
});

test("too few days block a co-design of art. 55 until a reason is written down", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso, { closesOn: "2026-12-04" });
  await database.owner.query("update call set regime = 'codesign55' where id = $1", [draft.callId]);
  const { revision } = await saveCall(ctx, draft);
  const given = { callId: draft.callId, revision };
  await expect(publishCall(ctx, { ...given, overrideReason: " " })).rejects.toMatchObject({
    reason: "blocked_by_warning",
  });
  await publishCall(ctx, { ...given, overrideReason: "Fondi da impegnare entro l’anno." });
  const { rows } = await database.owner.query(
    "select warnings, override_reason from call_version where call_id = $1",
    [draft.callId],
  );
  expect(rows[0].warnings).toContain("too_few_days");
  expect(rows[0].override_reason).toBe("Fondi da impegnare entro l’anno.");
});

test("of two authors who save the same revision the second learns what differs", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  await saveCall(ctx, draft);
  await expect(saveCall(ctx, { ...draft, title: "Un altro titolo" })).rejects.toMatchObject({
    code: "stale",
    changed: ["title"],
  });
  const { rows } = await database.owner.query("select title, revision from call where id = $1", [
    draft.callId,
  ]);
  expect(rows).toEqual([{ title: draft.title, revision: 2 }]);
});

test("an address that another call has is refused, also when that call is a draft", async () => {
  const ctx = officerContext(database.app, coeso);
  const first = await completeDraft(ctx, coeso);
  await saveCall(ctx, first);
  const second = await completeDraft(ctx, coeso, { slug: first.slug });
  await expect(saveCall(ctx, second)).rejects.toMatchObject({ fields: { slug: "taken" } });
  const elsewhere = officerContext(database.app, valdera);
  const third = await completeDraft(elsewhere, valdera, { slug: first.slug });
  await expect(saveCall(elsewhere, third)).rejects.toMatchObject({ fields: { slug: "taken" } });
});

test("staff of another body find nothing to save or publish", async () => {
  const own = officerContext(database.app, coeso);
  const draft = await completeDraft(own, coeso);
  const stranger = officerContext(database.app, valdera);
  await expect(saveCall(stranger, draft)).rejects.toMatchObject({ code: "not_found" });
  const publishing = publishCall(stranger, {
    callId: draft.callId,
    revision: 1,
    overrideReason: "",
  });
  await expect(publishing).rejects.toMatchObject({ code: "not_found" });
  await expect(completeDraft(stranger, coeso)).rejects.toMatchObject({ code: "forbidden" });
});

test("a reviewer of the same body may not publish", async () => {
  const own = officerContext(database.app, coeso);
  const draft = await completeDraft(own, coeso);
  const reviewer = testContext(database.app, { actor: staffOf(coeso, "reviewer"), scope: [coeso] });
  await expect(
    publishCall(reviewer, { callId: draft.callId, revision: 1, overrideReason: "" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a draft is in no list, no search, no map of the site and has no page", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso, { title: "Bozza segreta" });
  await saveCall(ctx, draft);
  const found = (given: Record<string, string>) =>
    foundCalls(visitor, readFilters(given), { size: 1_000 });
  const today = await callsToday(visitor, "", { open: 100, upcoming: 100, closed: 100 });
  const lists = [
    [...today.open, ...today.upcoming, ...today.closed],
    (await found({})).calls,
    (await found({ stato: "archivio" })).calls,
    (await found({ q: "bozza" })).calls,
  ];
  expect(lists.flat().map((call) => call.title)).not.toContain("Bozza segreta");
  expect(await callPage(visitor, draft.slug)).toBeUndefined();
  // Not even for its author: the public page is the public page.
  expect(await callPage(ctx, draft.slug)).toBeUndefined();
  expect((await publishedSlugs(visitor)).map((one) => one.slug)).not.toContain(draft.slug);
});

test("a review starts only after the end, and an archive only after the outcome", async () => {
  const ctx = officerContext(database.app, coeso);
  const draft = await completeDraft(ctx, coeso);
  const { revision } = await saveCall(ctx, draft);
  await publishCall(ctx, { callId: draft.callId, revision, overrideReason: "" });
  const given = { callId: draft.callId };
  await expect(startReview(ctx, given)).rejects.toMatchObject({ reason: "still_open" });
  const late = { ...ctx, now: new Date("2026-12-19T09:00:00Z") };
  await startReview(late, given);
  await expect(archiveCall(late, given)).rejects.toMatchObject({ reason: "wrong_state" });
  expect((await callPage({ ...visitor, now: late.now }, draft.slug))?.mayApply).toEqual({
    ok: false,
    reason: "deadline_passed",
  });
});
