import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startAssistedApplication } from "@/lib/applications/commands/start-assisted-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { deskEntries } from "@/lib/applications/queries/desk-entries";
import { deskPage } from "@/lib/applications/queries/desk-page";
import { ownData } from "@/lib/applications/queries/own-data";
import { standardRules } from "@/lib/calls/core/regimes";
import { confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import {
  answerAssisted,
  arrivalAt,
  assistedDraft,
  atTheDesk,
  operatorOf,
} from "../../support/desk";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - hours * HOUR);

/** A call that opened ten hours ago and ended so many hours ago, and its desk. */
async function callAndDesk(given: Parameters<typeof openCall>[1] = {}) {
  const applicant = await somebody(db);
  const call = await openCall(applicant.ctx, { opensAt: ago(10), ...given });
  return { ...call, applicant, operator: await operatorOf(database.app, call.bodyId) };
}

async function one<T extends object>(text: string, ...values: unknown[]): Promise<T> {
  const { rows } = await database.owner.query<T>(text, values);
  expect(rows).toHaveLength(1);
  return rows[0] as T;
}

const attempts = (callId: string) =>
  database.owner
    .query(
      "select reason, person_id, application_id, operator_id, reference from refused_attempt where call_id = $1",
      [callId],
    )
    .then(({ rows }) => rows);

describe("paper", () => {
  test("that came in time counts from its arrival, however late it is typed in", async () => {
    const { callId, bodyId, operator } = await callAndDesk({ closesAt: ago(1) });
    const came = ago(2);
    const id = await assistedDraft(operator, callId, {
      ...{ ...arrivalAt(came), lateReason: "Aperta oggi", email: "amina@example.it" },
    });
    const input = await confirmation(operator.form, id);
    const sent = await submitApplication(operator.form, input);
    const arrival = came.toISOString().replace("Z", "000Z");
    expect(sent.receivedAt).toBe(arrival);
    const row = await one<{ channel: string; view: ReceiptView; registered: Date; level: string }>(
      `select s.channel, s.identity_level as level, d.view, r.registered_at as registered
       from submission s join issued_document d on d.id = s.receipt_id
       join register_entry r on r.id = s.register_entry_id where s.application_id = $1`,
      id,
    );
    expect(row).toMatchObject({ channel: "paper", level: "documentEnclosed" });
    expect(row.view).toMatchObject({
      receivedAt: arrival,
      late: null,
      assisted: { arrivedAt: arrival, enteredAt: input.receivedAt, reference: "prot. 12" },
    });
    // A register is written in the order of the clock.
    expect(row.registered.toISOString()).toBe(`${input.receivedAt.slice(0, 23)}Z`);
    expect(JSON.stringify(row.view) + sent.snapshot).not.toContain("YA1234567");
    expect(JSON.parse(sent.snapshot)).toMatchObject({ channel: "paper", receivedAt: arrival });
    const events = await database.owner.query<{ action: string; actor: string }>(
      "select action, actor from audit_event where chain = $1 order by sequence",
      [bodyId],
    );
    expect(events.rows.map(({ action }) => action)).toEqual([
      "application.startAssisted",
      "application.submit",
    ]);
    for (const { actor } of events.rows) expect(actor).toBe(`staff:${operator.personId}`);
    const mail = await one<{ recipient: string; view: { enteredBy: string } }>(
      "select recipient, view from message where subject_id = $1",
      id,
    );
    expect(mail).toMatchObject({
      recipient: "amina@example.it",
      view: { enteredBy: "Ufficio Partecipazione" },
    });
  });

  test("without a mailbox writes to nobody", async () => {
    const { callId, operator } = await callAndDesk();
    const id = await assistedDraft(operator, callId);
    await submitApplication(operator.form, await confirmation(operator.form, id));
    const { rows } = await database.owner.query("select from message where subject_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test.each([
    ["ahead of the clock", () => ago(-1), {}, { arrivedOn: "in_the_future" }],
    ["before the opening", () => ago(11), {}, { arrivedOn: "before_opening" }],
    ["in time, after the end, without a reason", () => ago(3), {}, { lateReason: "required" }],
  ])("%s is not taken", async (_, came, given, fields) => {
    const { callId, operator } = await callAndDesk({ closesAt: ago(2) });
    const input = atTheDesk(callId, { ...arrivalAt(came()), ...given });
    await expect(startAssistedApplication(operator.staff, input)).rejects.toMatchObject({ fields });
    expect(await attempts(callId)).toEqual([]);
  });

  test("that came a second late is refused, and leaves the same trace as anybody's", async () => {
    const { callId, operator } = await callAndDesk({ closesAt: ago(2) });
    const came = new Date(ago(2).getTime() + 1000);
    const input = atTheDesk(callId, { ...arrivalAt(came), lateReason: "Ieri" });
    await expect(startAssistedApplication(operator.staff, input)).rejects.toMatchObject({
      reason: "deadline_passed",
    });
    expect(await attempts(callId)).toEqual([
      {
        ...{ reason: "deadline_passed", person_id: null, application_id: null },
        ...{ operator_id: operator.personId, reference: "prot. 12" },
      },
    ]);
    const { rows } = await database.owner.query("select from application where call_id = $1", [
      callId,
    ]);
    expect(rows).toEqual([]);
  });

  test("of an applicant whose sending came too late is theirs, not of who typed it", async () => {
    const { callId, operator } = await callAndDesk();
    const id = await assistedDraft(operator, callId);
    const input = await confirmation(operator.form, id);
    await database.owner.query("update call set closes_at = now() - interval '2 s' where id = $1", [
      callId,
    ]);
    await expect(submitApplication(operator.form, input)).rejects.toMatchObject({
      reason: "deadline_passed",
    });
    const { owner } = await one<{ owner: string }>(
      "select person_id as owner from application where id = $1",
      id,
    );
    expect(owner).not.toBe(operator.personId);
    expect(await attempts(callId)).toMatchObject([
      { person_id: owner, operator_id: operator.personId, application_id: id },
    ]);
    const own = await ownData(operator.form, operator.personId);
    expect(JSON.stringify(own)).not.toContain("deadline_passed");
  });

  test("has one hour for good: nobody moves an arrival, an entry never changes", async () => {
    const { callId, operator } = await callAndDesk();
    const id = await assistedDraft(operator, callId, arrivalAt(ago(1)));
    for (const change of [
      "update application set arrived_at = now() where id = $1",
      "update application set channel = 'web', arrived_at = null where id = $1",
      "update desk_entry set reference = 'x' where application_id = $1",
      "delete from desk_entry where application_id = $1",
    ]) {
      await expect(database.owner.query(change, [id])).rejects.toThrow(/never changed/);
    }
  });

  test("that came before a suspension is taken during it; on the telephone it is not", async () => {
    const suspendedAt = ago(1).toISOString();
    const { callId, operator } = await callAndDesk({ state: "suspended", suspendedAt });
    const id = await assistedDraft(operator, callId, arrivalAt(ago(2)));
    await submitApplication(operator.form, await confirmation(operator.form, id));
    for (const given of [{ channel: "telephone" }, arrivalAt(ago(0.5))]) {
      await expect(
        startAssistedApplication(operator.staff, atTheDesk(callId, given)),
      ).rejects.toMatchObject({ reason: "call_suspended" });
    }
  });
});

describe("at the counter and on the telephone", () => {
  test("the clock decides, at the beginning and at the end", async () => {
    const { callId, operator } = await callAndDesk();
    const id = await assistedDraft(operator, callId, { channel: "telephone" });
    await database.owner.query("update call set closes_at = now() - interval '2 s' where id = $1", [
      callId,
    ]);
    const save = { applicationId: id, shown: ["why"], revisions: {}, entries: [] };
    await expect(saveSections(operator.form, save)).rejects.toMatchObject({
      reason: "deadline_passed",
    });
    const input = await confirmation(operator.form, id);
    await expect(submitApplication(operator.form, input)).rejects.toMatchObject({
      reason: "deadline_passed",
    });
    await expect(startAssistedApplication(operator.staff, atTheDesk(callId))).rejects.toMatchObject(
      { reason: "deadline_passed" },
    );
    expect(await attempts(callId)).toHaveLength(2);
  });

  test("a second click with the same key begins one, and one person", async () => {
    const { callId, operator } = await callAndDesk();
    const input = atTheDesk(callId, { familyName: "Doppia" });
    const first = await startAssistedApplication(operator.staff, input);
    expect(await startAssistedApplication(operator.staff, input)).toEqual(first);
    await one("select from person where family_name = 'Doppia'");
  });

  test("only where the call admits it, and by the same form: what is missing is missing", async () => {
    const channels = ["identity", "mailbox", "pec"] as const;
    const regimeRules = { ...standardRules.participatoryPath, channels };
    const { callId, operator } = await callAndDesk({ regimeRules });
    for (const channel of ["desk", "telephone"]) {
      const input = atTheDesk(callId, { channel });
      await expect(startAssistedApplication(operator.staff, input)).rejects.toMatchObject({
        reason: "channel_not_admitted",
      });
    }
    const pec = { ...arrivalAt(ago(1)), channel: "pec" };
    const { applicationId } = await startAssistedApplication(
      operator.staff,
      atTheDesk(callId, pec),
    );
    const early = await confirmation(operator.form, applicationId);
    await expect(submitApplication(operator.form, early)).rejects.toMatchObject({
      reason: "incomplete",
    });
    await answerAssisted(operator, applicationId, "92078410539");
    const undeclared = await confirmation(operator.form, applicationId, { entries: [] });
    await expect(submitApplication(operator.form, undeclared)).rejects.toMatchObject({
      reason: expect.stringMatching(/declaration_missing|incomplete/),
    });
    const page = await deskPage(operator.staff, callId);
    expect(page.ways.filter(({ reason }) => !reason).map((way) => way.channel)).toEqual(["pec"]);
    const { rows } = await deskEntries(operator.staff, callId, { text: "", after: "" });
    expect(rows).toMatchObject([{ id: applicationId, channel: "pec", state: "draft" }]);
  });
});
