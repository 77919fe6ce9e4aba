import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { claimApplication } from "@/lib/applications/commands/claim-application";
import { startReplacement } from "@/lib/applications/commands/start-replacement";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { claimableApplication } from "@/lib/applications/queries/claimable-application";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { completeDraft, confirmation, openCall, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { arrivalAt, assistedDraft, operatorOf } from "../../support/desk";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

/** What the desk sent for a citizen, and the person with that mailbox. */
async function entered(given: Record<string, unknown> = {}, proved = true) {
  const { ctx, personId } = await somebody(db, "Amina");
  const { callId, bodyId } = await openCall(ctx, { opensAt: new Date(Date.now() - 8_000_000) });
  if (proved) {
    await database.owner.query("update person set email_verified_at = now() where id = $1", [
      personId,
    ]);
  }
  const operator = await operatorOf(database.app, bodyId);
  const email = `${personId}@example.it`;
  const id = await assistedDraft(operator, callId, { track: "citizen", email, ...given });
  const sent = await submitApplication(operator.form, await confirmation(operator.form, id));
  return { ctx, personId, callId, operator, id, sent };
}

test("who signs in with the mailbox given at the desk takes it, once, with its documents", async () => {
  const { ctx, id, operator } = await entered();
  expect((await myApplications(ctx)).running).toEqual([]);
  expect(await claimableApplication(ctx, id)).toMatchObject({ applicantName: "Amina" });
  for (let twice = 0; twice < 2; twice += 1) await claimApplication(ctx, { applicationId: id });
  expect(await claimableApplication(ctx, id)).toBeUndefined();
  expect((await myApplications(ctx)).running).toMatchObject([{ id }]);
  const page = await myApplication(ctx, id);
  expect(page).toMatchObject({ mayWithdraw: true, mayReplace: true, answersForIt: true });
  expect(page.documents.map(({ kind }) => kind)).toEqual(["receipt"]);
  const { rows } = await database.owner.query(
    "select actor from audit_event where subject_id = $1 and action = 'application.claim'",
    [id],
  );
  expect(rows).toHaveLength(1);
  // The desk that entered it still sees it.
  expect(await myApplication(operator.form, id)).toMatchObject({ atDesk: true, thread: undefined });
});

test("nobody else takes it: another mailbox, one not proved, a draft, what was sent online", async () => {
  const { id, operator, callId } = await entered();
  const stranger = await somebody(db, "Altra");
  const unproved = await entered({}, false);
  const draft = await assistedDraft(operator, callId, { email: `${stranger.personId}@example.it` });
  await database.owner.query("update person set email_verified_at = now() where id = $1", [
    stranger.personId,
  ]);
  const online = await completeDraft(stranger, callId, { track: "citizen" });
  await submitApplication(stranger.ctx, await confirmation(stranger.ctx, online));
  const attempts = [
    [stranger.ctx, id],
    [unproved.ctx, unproved.id],
    [stranger.ctx, draft],
    [operator.form, id],
    [operator.form, online],
  ] as const;
  for (const [ctx, applicationId] of attempts) {
    await expect(claimApplication(ctx, { applicationId })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("who keeps the desk neither gives their own mailbox nor takes what they entered", async () => {
  const { operator, callId, id } = await entered();
  const own = `${operator.personId}@example.it`;
  await expect(
    assistedDraft(operator, callId, { track: "citizen", email: own }),
  ).rejects.toMatchObject({ fields: { email: "own_mailbox" } });
  // The mailbox changes hands afterwards.
  await database.owner.query("update person set email = email || '.old' where email = $1", [
    (await deskMailbox(id)) ?? "",
  ]);
  await database.owner.query(
    "update person set email = $2, email_verified_at = now() where id = $1",
    [operator.personId, await deskMailbox(id)],
  );
  expect(await claimableApplication(operator.form, id)).toBeUndefined();
  await expect(claimApplication(operator.form, { applicationId: id })).rejects.toMatchObject({
    code: "not_found",
  });
});

async function deskMailbox(id: string) {
  const { rows } = await database.owner.query<{ email: string }>(
    "select email from desk_entry where application_id = $1",
    [id],
  );
  return rows[0]?.email;
}

test("who applied online too does not get a second one", async () => {
  const { ctx, personId, callId, id } = await entered();
  const own = await completeDraft({ ctx, personId }, callId, { track: "citizen" });
  await submitApplication(ctx, await confirmation(ctx, own));
  await expect(claimApplication(ctx, { applicationId: id })).rejects.toMatchObject({
    reason: "already_applied",
  });
});

test("after the end its new owner changes nothing, although the paper had come in time", async () => {
  const { ctx, id, callId } = await entered(arrivalAt(new Date(Date.now() - 3_600_000)));
  await claimApplication(ctx, { applicationId: id });
  await database.owner.query("update call set closes_at = now() - interval '2 s' where id = $1", [
    callId,
  ]);
  for (const deed of [withdrawApplication, startReplacement]) {
    await expect(deed(ctx, { applicationId: id })).rejects.toMatchObject({
      reason: "deadline_passed",
    });
  }
  const page = await myApplication(ctx, id);
  expect(page).toMatchObject({ mayWithdraw: false, mayReplace: false });
});

test("until the end its new owner replaces it online, by the rules of the site", async () => {
  const { ctx, id, sent } = await entered(arrivalAt(new Date(Date.now() - 3_600_000)));
  await claimApplication(ctx, { applicationId: id });
  const { applicationId } = await startReplacement(ctx, { applicationId: id });
  const again = await submitApplication(ctx, await confirmation(ctx, applicationId));
  expect(again.receivedAt > sent.receivedAt).toBe(true);
  const { rows } = await database.owner.query<{ channel: string; live: string }>(
    "select channel, state as live from application where id in ($1, $2) order by channel",
    [id, applicationId],
  );
  expect(rows).toEqual([
    { channel: "paper", live: "withdrawn" },
    { channel: "web", live: "submitted" },
  ]);
});
