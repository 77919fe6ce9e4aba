import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { addDeskAddress } from "@/lib/applications/commands/add-desk-address";
import { claimApplication } from "@/lib/applications/commands/claim-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { claimableApplication } from "@/lib/applications/queries/claimable-application";
import { deskEntryPage } from "@/lib/applications/queries/desk-entry-page";
import { draftPage } from "@/lib/applications/queries/draft-page";
import {
  deskAddressSchema,
  deskChangeSchema,
  deskWithdrawalSchema,
} from "@/lib/applications/schema/desk";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { bodyCode, completeDraft, confirmation, openCall } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { arrivalAt, assistedDraft, operatorOf, provedMailbox } from "../../support/desk";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 - hours * HOUR);

/** What the desk sent for a citizen; `ended` hours ago the call closes after that. */
async function entered({ ended, ...given }: { ended?: number; email?: string } = {}) {
  const { ctx, personId } = await provedMailbox(database.owner, db, "Amina");
  const { callId, bodyId } = await openCall(ctx, { opensAt: ago(20) });
  const operator = await operatorOf(database.app, bodyId);
  const id = await assistedDraft(operator, callId, { track: "citizen", ...given });
  const sent = await submitApplication(operator.form, await confirmation(operator.form, id));
  if (ended) {
    await database.owner.query("update call set closes_at = $2 where id = $1", [
      callId,
      ago(ended),
    ]);
  }
  return { ctx, personId, callId, operator, id, sent, email: `${personId}@example.it` };
}

const record = (applicationId: string, given: object = {}) => ({
  ...{ applicationId, key: randomUUID(), channel: "telephone" },
  ...{ identity: "document", documentKind: "passport", documentNumber: "YA1" },
  ...given,
});
const withdrawal = (id: string, given: object = {}) =>
  deskWithdrawalSchema.parse(record(id, { sure: "on", ...given }));
const change = (id: string, given: object = {}) =>
  deskChangeSchema.parse(record(id, { privacyGiven: "read", ...given }));

describe("taken back at the desk", () => {
  test("by a letter that came in time, also after the end: with a receipt and who did it", async () => {
    const { id, callId, operator } = await entered({ ended: 1 });
    const late = withdrawal(id);
    await expect(
      withdrawApplication(operator.staff, { applicationId: id, desk: late }),
    ).rejects.toMatchObject({ reason: "deadline_passed" });
    const letter = withdrawal(id, { ...arrivalAt(ago(2)), lateReason: "Ieri" });
    for (let twice = 0; twice < 2; twice += 1) {
      await withdrawApplication(operator.staff, { applicationId: id, desk: letter });
    }
    const page = await deskEntryPage(operator.staff, callId, id);
    expect(page.application.state).toBe("withdrawn");
    expect(page.entries.map(({ purpose }) => purpose)).toEqual(["withdrawal", "application"]);
    expect(page.documents.map(({ kind }) => kind).sort()).toEqual(["receipt", "withdrawalReceipt"]);
    const { rows } = await database.owner.query(
      "select actor from audit_event where subject_id = $1 and action = 'application.withdraw'",
      [id],
    );
    expect(rows).toEqual([{ actor: `staff:${operator.personId}` }]);
  });

  test.each([
    ["a second late", () => new Date(ago(1).getTime() + 1000), { reason: "deadline_passed" }],
    ["ahead of the clock", () => ago(-1), { fields: { arrivedOn: "in_the_future" } }],
    ["before the opening", () => ago(21), { fields: { arrivedOn: "before_opening" } }],
  ])("not by a letter that came %s", async (_, came, refusal) => {
    const { id, operator } = await entered({ ended: 1 });
    const desk = withdrawal(id, { ...arrivalAt(came()), lateReason: "Ieri" });
    await expect(
      withdrawApplication(operator.staff, { applicationId: id, desk }),
    ).rejects.toMatchObject(refusal);
  });

  test("not what came online, nor by another desk, nor by who keeps none", async () => {
    const { ctx, personId, id, callId, operator } = await entered();
    const online = await completeDraft({ ctx, personId }, callId, { track: "citizen" });
    await submitApplication(ctx, await confirmation(ctx, online));
    const other = (await entered()).operator;
    const attempts = [
      [operator.staff, online, "forbidden"],
      [other.staff, id, "not_found"],
      [other.form, id, "forbidden"],
      [ctx, id, "forbidden"],
    ] as const;
    for (const [as, applicationId, code] of attempts) {
      await expect(
        withdrawApplication(as, { applicationId, desk: withdrawal(applicationId) }),
      ).rejects.toMatchObject({ code });
      await expect(
        startReplacement(as, { applicationId, desk: change(applicationId) }),
      ).rejects.toMatchObject({ code });
    }
  });
});

describe("changed at the desk", () => {
  test("by paper that came in time: the new one is sent in its place, each with its arrival", async () => {
    const { id, operator } = await entered({ ended: 1 });
    await expect(
      startReplacement(operator.staff, { applicationId: id, desk: change(id) }),
    ).rejects.toMatchObject({ reason: "deadline_passed" });
    const paper = change(id, { ...arrivalAt(ago(2)), lateReason: "Ieri" });
    const { applicationId } = await startReplacement(operator.staff, {
      ...{ applicationId: id, desk: paper },
    });
    const again = await submitApplication(
      operator.form,
      await confirmation(operator.form, applicationId),
    );
    expect(again.receivedAt.slice(0, 19)).toBe(ago(2).toISOString().slice(0, 19));
    const { rows } = await database.owner.query(
      "select state, channel from application where id in ($1, $2) order by channel",
      [id, applicationId],
    );
    expect(rows).toEqual([
      { state: "withdrawn", channel: "desk" },
      { state: "submitted", channel: "paper" },
    ]);
  });

  test("its draft is the desk's alone, whoever answers for what was sent", async () => {
    const email = `${randomUUID()}@example.it`;
    const { ctx, personId, id, operator } = await entered({ email });
    await database.owner.query("update person set email = $2 where id = $1", [personId, email]);
    await claimApplication(ctx, { applicationId: id });
    const { applicationId } = await startReplacement(operator.staff, {
      ...{ applicationId: id, desk: change(id) },
    });
    await expect(draftPage(ctx, applicationId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(startReplacement(ctx, { applicationId: id })).rejects.toMatchObject({
      reason: "draft_exists",
    });
  });
});

test("an address given later is written down, gets the confirmation, and opens the way to take it", async () => {
  const { ctx, id, operator, email } = await entered();
  expect(await claimableApplication(ctx, id)).toBeUndefined();
  const given = () => deskAddressSchema.parse(record(id, { channel: "desk", email }));
  const twice = given();
  for (let time = 0; time < 2; time += 1) await addDeskAddress(operator.staff, twice);
  const { rows } = await database.owner.query<{ recipient: string }>(
    "select recipient from message where subject_id = $1",
    [id],
  );
  expect(rows).toEqual([{ recipient: email }]);
  await claimApplication(ctx, { applicationId: id });
  await expect(addDeskAddress(operator.staff, given())).rejects.toMatchObject({
    reason: "already_taken",
  });
  await expect(addDeskAddress(ctx, given())).rejects.toMatchObject({ code: "forbidden" });
});

test("paper begun in time and sent after the end takes a reason then, which the sheet shows", async () => {
  const { callId, operator } = await entered();
  const given = { ...arrivalAt(ago(2)), code: bodyCode(77) };
  const id = await assistedDraft(operator, callId, given);
  await database.owner.query("update call set closes_at = $2 where id = $1", [callId, ago(1)]);
  const input = await confirmation(operator.form, id);
  expect((await draftPage(operator.form, id)).asksLateReason).toBe(true);
  await expect(submitApplication(operator.form, input)).rejects.toMatchObject({
    reason: "late_reason_missing",
  });
  // What was typed stays when something else is missing, and is not asked again.
  const undeclared = { ...input, entries: [], lateReason: "Finita oggi" };
  for (let twice = 0; twice < 2; twice += 1) {
    await expect(submitApplication(operator.form, undeclared)).rejects.toMatchObject({
      reason: "declaration_missing",
    });
  }
  expect(await draftPage(operator.form, id)).toMatchObject({ asksLateReason: false, isOver: true });
  await submitApplication(operator.form, input);
  const reasons = await database.owner.query(
    "select late_reason from desk_entry where application_id = $1 and purpose = 'reason'",
    [id],
  );
  expect(reasons.rows).toEqual([{ late_reason: "Finita oggi" }]);
  const { rows } = await database.owner.query<{ entry: string }>(
    "select entry from audit_event where subject_id = $1 and action = 'application.submit'",
    [id],
  );
  expect(rows[0]?.entry).toContain('"enteredLate":true');
  expect(rows[0]?.entry).not.toContain("Finita oggi");
  const reviewer = (await operatorOf(database.app, operator.bodyId, "reviewer")).staff;
  expect((await applicationSheet(reviewer, callId, id)).enteredLate?.reason).toBe("Finita oggi");
});
