import { beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { formDefinition } from "@/db/schema/calls";
import { zoneId } from "@/db/seed/territory";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { remindDrafts } from "@/lib/applications/commands/remind-drafts";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { applicantsOfCall, placesTaken } from "@/lib/applications/queries/act-recipients";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { startPage } from "@/lib/applications/queries/start-page";
import { announceAct } from "@/lib/calls/commands/announce-act";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { readFilters } from "@/lib/calls/core/filter-address";
import type { Field } from "@/lib/calls/core/form-definition";
import { callList } from "@/lib/calls/queries/call-list";
import { callPage } from "@/lib/calls/queries/call-page";
import { fedCalls } from "@/lib/calls/queries/feed-calls";
import { actSchema } from "@/lib/calls/schema/acts";
import type { Ctx } from "@/lib/context";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { coeso, seedOfficers } from "../../support/drafts";
import { sampleForm } from "../../support/sample-form";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const measure = { placesTaken, carryAnswers };
const both = (text: string) => ({ it: text, en: text });

let officer: Applicant;
beforeAll(async () => {
  await seedOfficers(database.owner);
  officer = await somebody(db, "Chiara");
});

/** A call of the Valdera that asks everybody for a municipality and has ended, with ten places. */
async function endedCall() {
  const town = {
    ...{ id: "town", type: "municipality", label: both("Comune"), purpose: both("Valutare") },
    ...{ visibility: "reviewer", retentionDays: 30, required: true },
  } as Field;
  const sections = sampleForm.sections.map((section) =>
    section.id === "answers" ? { ...section, fields: [...section.fields, town] } : section,
  );
  const form = { ...{ id: officer.ctx.newId(), bodyId: coeso, frozenAt: new Date() } };
  await db
    .insert(formDefinition)
    .values({ ...form, definition: { ...sampleForm, sections }, createdAt: new Date() });
  const { bodyId, callId } = await openCall(officer.ctx, {
    ...{ formDefinitionId: form.id, zoneId: zoneId("alta-val-di-cecina-valdera"), places: 10 },
  });
  const drafts = await Promise.all(
    ["aps", "odv"].map(async (nature, at) => {
      const applicant = await somebody(db, nature);
      const id = await completeDraft(applicant, callId, { code: bodyCode(70 + at) });
      await answer(applicant, id, { legalNature: nature, town: "050029" });
      return { applicant, id };
    }),
  );
  const moved = await database.owner.query<{ slug: string }>(
    "update call set closes_at = now() - interval '1 minute' where id = $1 returning slug",
    [callId],
  );
  const roles = [{ bodyId, role: "officer" as const }];
  const ctx: Ctx = { ...officer.ctx, actor: { kind: "staff", personId: officer.personId, roles } };
  return { ctx, callId, slug: moved.rows[0]?.slug ?? "", drafts };
}

async function answer(
  applicant: Applicant,
  applicationId: string,
  answers: Record<string, string>,
) {
  const { sections } = await draftPage(applicant.ctx, applicationId);
  const read = Object.entries(sections).map(([id, { revision }]) => [id, revision]);
  await saveSections(applicant.ctx, {
    ...{ applicationId, shown: Object.keys(answers), entries: Object.entries(answers) },
    revisions: Object.fromEntries(read),
  });
}

const reopening = (callId: string, given: Record<string, unknown>) =>
  actSchema.parse({
    ...{ kind: "reopening", callId, callRevision: 1, actNumber: "Determina n. 9" },
    ...{ actDate: romeDate(new Date()), reason: "Restano due posti.", scope: "placesLeft" },
    ...{ closesOn: addDays(romeDate(new Date()), 20), seats: "2", ...given },
  });

async function reopen(ctx: Ctx, callId: string, given: Record<string, unknown>) {
  const { revision } = await prepareAct(ctx, reopening(callId, given), measure);
  return publishAct(ctx, { callId, revision }, measure);
}

test("a kind of organisation in one town: said everywhere, and nobody else gets in", async () => {
  const { ctx, callId, slug, drafts } = await endedCall();
  const { actId } = await reopen(ctx, callId, { natures: "aps", towns: ["050029", "050002"] });
  const whom =
    "APS (associazione di promozione sociale); chi vive o ha sede nel territorio di Buti o Pontedera. Posti: 2.";
  const visitor = testContext(database.app, { now: new Date() });
  const page = await callPage(visitor, slug);
  expect(page && deadlineSentence(page.deadline, "it")).toContain(`Vale per: ${whom}`);
  expect(JSON.parse(page?.acts[0]?.after.only ?? "{}")).toMatchObject({
    natures: ["aps"],
    seats: 2,
  });

  const stranger = await somebody(db, "Anna");
  const start = await startPage({ ...stranger.ctx, now: new Date() }, slug);
  expect(start.tracks).toEqual(["organisation"]);
  expect(start.verdict.ok).toBe(true);
  for (const track of ["citizen", "informalGroup"] as const) {
    await expect(startApplication(stranger.ctx, { callId, track })).rejects.toMatchObject({
      reason: "reopened_for_others",
    });
  }

  const [aps, odv] = drafts;
  if (!aps || !odv) throw new Error("no drafts");
  const refused = { ok: false, reason: "reopened_not_for_you" };
  const sending = async ({ applicant, id }: typeof aps) =>
    submitApplication(applicant.ctx, await confirmation(applicant.ctx, id));
  expect((await draftPage(odv.applicant.ctx, odv.id)).maySubmit).toEqual(refused);
  await expect(sending(odv)).rejects.toMatchObject({ reason: "reopened_not_for_you" });
  await answer(aps.applicant, aps.id, { town: "050026" });
  expect((await draftPage(aps.applicant.ctx, aps.id)).maySubmit).toEqual(refused);
  await expect(sending(aps)).rejects.toMatchObject({ reason: "reopened_not_for_you" });
  await answer(aps.applicant, aps.id, { town: "050002" });
  expect((await sending(aps)).registerNumber).toMatch(/^0000001/);

  await announceAct(testContext(database.app, { seed: actId }), { actId }, [applicantsOfCall]);
  const { rows } = await database.owner.query(
    "select distinct view -> 'only' -> 'reopenedWithin' ->> 'seats' as seats from message where subject_id = $1",
    [actId],
  );
  expect(rows).toEqual([{ seats: "2" }]);

  const listed = async (given: Record<string, string>) => {
    const by = readFilters(given);
    const { calls, counts } = await callList(visitor, by);
    expect(counts.total).toBe(calls.length);
    expect((await fedCalls(visitor, by)).length).toBe(calls.length);
    return calls.map((one) => one.slug);
  };
  expect(await listed({ per: "organizzazioni" })).toEqual([slug]);
  expect(await listed({ per: "persone" })).toEqual([]);
  expect(await listed({ comune: "Pontedera" })).toEqual([slug]);
  expect(await listed({ comune: "Volterra" })).toEqual([]);
  expect(await listed({ zona: "alta-val-di-cecina-valdera" })).toEqual([slug]);
  // When it is over again it is a call like any other, for all whom it was for.
  const later = testContext(database.app, { now: new Date(Date.now() + 30 * 86_400_000) });
  expect((await callList(later, readFilters({ per: "persone" }))).counts.total).toBe(1);
  expect((await callList(later, readFilters({ comune: "Volterra" }))).counts.total).toBe(1);
});

test("reminds of a draft only those whom it is open for, or who may yet be", async () => {
  const { ctx, callId, drafts } = await endedCall();
  const [aps, odv] = drafts;
  if (!aps || !odv) throw new Error("no drafts");
  await reopen(ctx, callId, { natures: "aps", towns: ["050029", "050002"] });
  const elsewhere = await somebody(db, "Altrove");
  const undecided = await somebody(db, "Indecisa");
  const [away, open] = [
    await completeDraft(elsewhere, callId, { code: bodyCode(80) }),
    await startApplication(undecided.ctx, { callId, track: "organisation" }),
  ];
  await answer(elsewhere, away, { legalNature: "aps", town: "050026" });
  const endsAt = new Date(Date.now() + 200 * 3_600_000);
  await database.owner.query("update call set closes_at = $2 where id = $1", [callId, endsAt]);
  await remindDrafts(
    testContext(database.app, { now: new Date(endsAt.getTime() - 70 * 3_600_000) }),
  );
  const { rows } = await database.owner.query<{ id: string }>(
    "select application_id as id from draft_reminder where ends_at = $1 order by 1",
    [endsAt],
  );
  expect(rows.map(({ id }) => id)).toEqual([aps.id, open.applicationId].toSorted());
});

test.each<[Record<string, unknown>, Record<string, string>]>([
  [{ scope: "all", natures: "aps" }, { scope: "part_of_all" }],
  [{ scope: "citizen", natures: "aps" }, { natures: "kinds_of_people" }],
  [{ towns: "050029", seats: "" }, { seats: "missing" }],
  [{ towns: "050029", seats: "11" }, { seats: "more_than_left" }],
  [{ towns: "046017" }, { towns: "missing" }],
  [{}, { seats: "seats_of_whom" }],
])("refuses %o", async (given, fields) => {
  const { ctx, callId } = await endedCall();
  await expect(prepareAct(ctx, reopening(callId, given), measure)).rejects.toMatchObject({
    fields,
  });
});
