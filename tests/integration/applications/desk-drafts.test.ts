import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { beginUpload } from "@/lib/applications/commands/begin-upload";
import { collectUploads } from "@/lib/applications/commands/collect-uploads";
import { giveUpDraft } from "@/lib/applications/commands/give-up-draft";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { deskEntries } from "@/lib/applications/queries/desk-entries";
import { deskEntryPage } from "@/lib/applications/queries/desk-entry-page";
import { deskPage } from "@/lib/applications/queries/desk-page";
import type { Ctx } from "@/lib/context";
import { leftBehind } from "@/lib/review/queries/left-behind";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";
import { assistedDraft, operatorOf } from "../../support/desk";
import { countingPool } from "../../support/query-count";
import { samplePdf } from "../../support/sample-files";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const counting = countingPool(database.appUrl);
/** The page of one entry, with its documents, its life and what was written down. */
const ENTRY_BUDGET = 10;

async function desk() {
  const applicant = await somebody(db);
  const { callId, bodyId } = await openCall(applicant.ctx);
  return { applicant, callId, bodyId, operator: await operatorOf(database.app, bodyId) };
}

/** What there is of a draft besides the fact that it was begun. */
async function leftOf(id: string) {
  const { rows } = await database.owner.query(
    `select a.state, a.submitted_at as sent,
       (select count(*)::int from application_section where application_id = $1) as sections,
       (select count(*)::int from attachment where application_id = $1) as files,
       (select count(*)::int from upload where application_id = $1) as uploads,
       (select count(*)::int from desk_entry where application_id = $1) as entries,
       (select count(*)::int from audit_event where subject_id = $1
         and action = 'application.giveUp') as events
     from application a where a.id = $1`,
    [id],
  );
  return rows[0];
}

describe("a draft of the desk that nobody wants sent", () => {
  test("is left with all that was said; how it came, and what was sent before, stays", async () => {
    const { callId, operator } = await desk();
    const id = await assistedDraft(operator, callId);
    const file = { name: "delega.pdf", declaredType: "application/pdf" };
    await attachFile(operator.form, {
      ...{ applicationId: id, fieldId: "paper" },
      file: { ...file, bytes: samplePdf({ text: "delega" }) },
    });
    const coming = { ...file, name: "statuto.pdf", size: 2_000, sha256: "0".repeat(64) };
    await beginUpload(operator.form, { applicationId: id, fieldId: "paper", ...coming });
    expect(await leftOf(id)).toMatchObject({ state: "draft", files: 1, uploads: 1, entries: 1 });
    for (let twice = 0; twice < 2; twice += 1) {
      await giveUpDraft(operator.staff, { applicationId: id });
    }
    await collectUploads({ ...operator.form, now: new Date(Date.now() + 1000) });
    expect(await leftOf(id)).toEqual({
      ...{ state: "withdrawn", sent: null, sections: 0, files: 0 },
      ...{ uploads: 0, entries: 1, events: 1 },
    });
    expect(await deskEntryPage(operator.staff, callId, id)).toMatchObject({ left: true });
    await expect(
      submitApplication(operator.form, await confirmation(operator.form, id)),
    ).rejects.toMatchObject({ code: "forbidden" });
    // The same body applies after all.
    const again = await assistedDraft(operator, callId);
    await submitApplication(operator.form, await confirmation(operator.form, again));
    await expect(giveUpDraft(operator.staff, { applicationId: again })).rejects.toMatchObject({
      reason: "wrong_state",
    });
  });

  test("by who keeps that desk alone, and never what an applicant wrote", async () => {
    const { applicant, callId, operator } = await desk();
    const other = await desk();
    const id = await assistedDraft(operator, callId);
    const online = await completeDraft(applicant, callId);
    for (const [ctx, draft] of [
      [applicant.ctx, id],
      [other.operator.form, id],
      [operator.staff, online],
    ] as const) {
      await expect(giveUpDraft(ctx, { applicationId: draft })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(giveUpDraft(other.operator.staff, { applicationId: id })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("left and sent at once: one of the two, never half of both", async () => {
    const { callId, operator } = await desk();
    for (let round = 0; round < 4; round += 1) {
      const id = await assistedDraft(operator, callId, { code: bodyCode(700 + round) });
      const input = await confirmation(operator.form, id);
      const [sent, left] = await Promise.allSettled([
        submitApplication(operator.form, input),
        giveUpDraft(operator.staff, { applicationId: id }),
      ]);
      expect([sent.status, left.status].sort()).toEqual(["fulfilled", "rejected"]);
      const { state, events } = (await leftOf(id)) ?? {};
      expect([state, events]).toEqual(
        sent.status === "fulfilled" ? ["submitted", 0] : ["withdrawn", 1],
      );
    }
  });
});

test("a list longer than a page says how many there are, goes on to the last, and is searched", async () => {
  const { callId, bodyId, operator } = await desk();
  const id = await assistedDraft(operator, callId);
  await submitApplication(operator.form, await confirmation(operator.form, id));
  await database.owner.query(
    `with people as (insert into person (id, given_name, family_name, created_at)
         select gen_random_uuid(), 'Prova', 'Numero ' || n, now() from generate_series(1, 119) n
         returning id),
       drafts as (insert into application
           (id, call_id, body_id, person_id, track, form_definition_id, channel, created_at, updated_at)
         select gen_random_uuid(), $1, $2, p.id, 'citizen', a.form_definition_id, 'desk', now(), now()
         from people p cross join application a where a.id = $3 returning id)
     insert into desk_entry (id, application_id, body_id, purpose, channel, identity, document_kind,
         document_number, privacy_given, privacy_version, entered_by, entered_at)
       select gen_random_uuid(), d.id, $2, 'application', 'desk', 'document', 'passport', 'X', 'read',
         '1', $4, date_trunc('hour', now()) from drafts d`,
    [callId, bodyId, id, operator.personId],
  );
  const seen = new Set<string>();
  let after = "";
  for (let page = 0; page < 3; page += 1) {
    const { rows, counts, next } = await deskEntries(operator.staff, callId, { text: "", after });
    expect(counts).toEqual({ all: 120, drafts: 119 });
    for (const row of rows) seen.add(row.id);
    after = next ?? "";
  }
  expect(after).toBe("");
  expect(seen.size).toBe(120);
  const found = await deskEntries(operator.staff, callId, { text: "numero 11", after: "" });
  expect(found.rows.map(({ name }) => name).sort()).toEqual(
    ["Prova Numero 11", ...Array.from({ length: 10 }, (_, n) => `Prova Numero 11${n}`)].sort(),
  );
  const none = await deskEntries(operator.staff, callId, { text: "numero_11", after: "" });
  expect(none).toEqual({ rows: [], counts: { all: 0, drafts: 0 }, next: undefined });
  const begun = { text: "", after: "", drafts: true };
  const drafts = await deskEntries(operator.staff, callId, begun);
  expect(new Set(drafts.rows.map(({ state }) => state))).toEqual(new Set(["draft"]));
  const last = await deskEntries(operator.staff, callId, { ...begun, after: drafts.next ?? "" });
  const rest = await deskEntries(operator.staff, callId, { ...begun, after: last.next ?? "" });
  expect([drafts, last, rest].map(({ rows }) => rows.length)).toEqual([50, 50, 19]);
  // However many there are, the pages of the desk ask the same of the database.
  const asked = async (read: (ctx: Ctx) => Promise<unknown>) => {
    const before = counting.count();
    await read({ ...operator.staff, db: scopedDatabase(counting.pool, [bodyId]) });
    return counting.count() - before;
  };
  expect(await asked((ctx) => deskPage(ctx, callId))).toBe(1);
  expect(await asked((ctx) => deskEntries(ctx, callId, { text: "", after: "" }))).toBe(2);
  expect(await asked((ctx) => deskEntries(ctx, callId, { ...begun, text: "numero" }))).toBe(2);
  expect(await asked((ctx) => deskEntryPage(ctx, callId, id))).toBeLessThanOrEqual(ENTRY_BUDGET);
  expect(await asked((ctx) => leftBehind(ctx, callId))).toBe(1);
});
