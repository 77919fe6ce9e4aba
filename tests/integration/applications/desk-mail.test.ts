import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { outcome } from "@/db/schema/review";
import { claimApplication } from "@/lib/applications/commands/claim-application";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { tellMessages } from "@/lib/applications/commands/tell-messages";
import { applicantsOfCall, concernedBy } from "@/lib/applications/queries/act-recipients";
import { startReview } from "@/lib/calls/commands/start-review";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { writeLetters } from "@/lib/review/commands/write-letters";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { routes } from "@/lib/routes";
import { bodyCode, confirmation, openCall } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { assistedDraft, operatorOf, provedMailbox } from "../../support/desk";
import { ASKED, termOf } from "../../support/integrations";
import { ACT, refuse, staffOf } from "../../support/review";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

/** What the desk sent for one with a mailbox and for one without, and the review of it begun. */
async function entered() {
  const { ctx, email } = await provedMailbox(database.owner, db, "Amina");
  const { callId, bodyId } = await openCall(ctx);
  const operator = await operatorOf(database.app, bodyId);
  const reached = await assistedDraft(operator, callId, { email, code: bodyCode(31) });
  const mute = await assistedDraft(operator, callId, { code: bodyCode(32) });
  // Begun and not sent: nobody but the desk is told anything of it.
  await assistedDraft(operator, callId, { email: "bozza@example.it", code: bodyCode(33) });
  for (const id of [reached, mute]) {
    await submitApplication(operator.form, await confirmation(operator.form, id));
  }
  return { ctx, email, callId, officer: await staffOf(database.app, bodyId), reached, mute };
}

async function underReview() {
  const found = await entered();
  await db
    .update(call)
    .set({ closesAt: new Date(Date.now() - 60_000) })
    .where(eq(call.id, found.callId));
  await startReview(found.officer, { callId: found.callId });
  return found;
}

const lettersOf = async (kind: string) =>
  (await db.select().from(message).where(eq(message.kind, kind))).map(({ recipient, view }) => ({
    recipient,
    text: JSON.stringify(view),
  }));

test("what is told of an application that nobody has taken yet goes to the mailbox given at the desk", async () => {
  const { ctx, email, callId, officer, reached, mute } = await underReview();
  const claim = routes.claimApplication(reached);
  const items = [{ field: "why", row: null, missing: "Manca il perché." }];
  for (const applicationId of [reached, mute]) {
    const asking = { items, reason: ASKED, term: termOf(10) };
    await requestIntegration(officer, { applicationId, ...asking });
  }
  expect(await lettersOf("integration")).toEqual([
    { recipient: email, text: expect.stringContaining(claim) },
  ]);

  for (const applicationId of [reached, mute]) {
    const words = { key: officer.newId(), text: "Ci chiami, per favore.", seen: 0 };
    await sendMessage(officer, { applicationId, ...words });
  }
  await tellMessages({ ...ctx, now: new Date(Date.now() + 10 * 60_000) });
  const [notice, ...more] = await lettersOf("threadNotice");
  expect(more).toEqual([]);
  expect(notice).toEqual({ recipient: email, text: expect.stringContaining(claim) });
  expect(notice?.text).not.toContain("Ci chiami");

  const told = await applicantsOfCall.page(ctx, callId, null, 10);
  expect(told.map((one) => [one.email, one.path, one.standing])).toEqual([[email, claim, "sent"]]);
  expect(await concernedBy(ctx, callId)).toEqual({
    withMailbox: { drafts: 0, sent: 1 },
    withoutMailbox: 2,
  });

  for (const applicationId of [reached, mute]) {
    const reason = "Non serve più: lo abbiamo trovato.";
    await cancelIntegration(officer, { applicationId, reason });
    await refuse(officer, applicationId);
  }
  await publishOutcome(officer, { callId, ...ACT });
  const [published] = await db.select().from(outcome).where(eq(outcome.callId, callId));
  await writeLetters(ctx, { outcomeId: published?.id ?? "" });
  const [decision, ...others] = await lettersOf("decision");
  expect(others).toEqual([]);
  expect(decision).toEqual({ recipient: email, text: expect.stringContaining(claim) });
});

test("once it is taken the letters go to who took it, and lead to the application", async () => {
  const { ctx, email, callId, officer, reached } = await underReview();
  await claimApplication(ctx, { applicationId: reached });
  await database.owner.query("update person set email = 'nuova@example.it' where email = $1", [
    email,
  ]);
  const [told] = await applicantsOfCall.page(ctx, callId, null, 10);
  expect(told).toMatchObject({
    email: "nuova@example.it",
    path: routes.myApplication(reached),
  });
  expect((await applicationSheet(officer, callId, reached)).unreached).toBeNull();
});

test("the office reads who gets no mail, with a telephone to call where there is one", async () => {
  const { callId, officer, reached, mute } = await underReview();
  expect((await applicationSheet(officer, callId, reached)).unreached).toBeNull();
  expect((await applicationSheet(officer, callId, mute)).unreached).toEqual({ phone: "" });
});
