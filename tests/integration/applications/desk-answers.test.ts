import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { submission } from "@/db/schema/applications";
import { call, refusedAttempt } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { issuedDocument } from "@/db/schema/register";
import { answerIntegration } from "@/lib/applications/commands/answer-integration";
import { beginDeskAnswer } from "@/lib/applications/commands/begin-desk-answer";
import { claimApplication } from "@/lib/applications/commands/claim-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { IntegrationReceiptView } from "@/lib/applications/core/integration-views";
import { deskEntryPage } from "@/lib/applications/queries/desk-entry-page";
import { deskPage, waysFor } from "@/lib/applications/queries/desk-page";
import { integrationPage } from "@/lib/applications/queries/integration-page";
import { deskAnswerSchema } from "@/lib/applications/schema/desk";
import { startReview } from "@/lib/calls/commands/start-review";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { bodyCode, confirmation, openCall } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { arrivalAt, assistedDraft, operatorOf, provedMailbox } from "../../support/desk";
import { ASKED, answer, requestOf, sending, termOf, write } from "../../support/integrations";
import { staffOf } from "../../support/review";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

const written = (applicationId: string, given: object = {}) =>
  deskAnswerSchema.parse({
    ...{ applicationId, key: randomUUID(), channel: "telephone" },
    ...{ identity: "document", documentKind: "passport", documentNumber: "YA1" },
    ...given,
  });

/** What the desk sent, and the office asking for the text of it. */
async function askedAtDesk() {
  const { ctx, email } = await provedMailbox(database.owner, db, "Amina");
  const { callId, bodyId } = await openCall(ctx);
  const operator = await operatorOf(database.app, bodyId);
  const id = await assistedDraft(operator, callId, { email, code: bodyCode(51) });
  await submitApplication(operator.form, await confirmation(operator.form, id));
  const closesAt = new Date(Date.now() - 60_000);
  await db.update(call).set({ closesAt }).where(eq(call.id, callId));
  const officer = await staffOf(database.app, bodyId);
  await startReview(officer, { callId });
  const items = [{ field: "why", row: null, missing: "Manca il perché." }];
  const ask = () =>
    requestIntegration(officer, { applicationId: id, items, reason: ASKED, term: termOf(10) });
  await ask();
  return { owner: ctx, email, callId, operator, officer, id, ask };
}

const sentOf = (id: string) => db.select().from(submission).where(eq(submission.applicationId, id));

describe("the desk answers the office for who it entered", () => {
  test("once it is written down how the answer comes: its receipt and event say so", async () => {
    const { operator, callId, email, id } = await askedAtDesk();
    await write(operator.form, id, { why: "Detto al telefono" });
    await expect(answer(operator.form, id)).rejects.toMatchObject({ code: "forbidden" });
    expect((await integrationPage(operator.form, id)).answersForIt).toBe(false);
    expect((await deskEntryPage(operator.staff, callId, id)).wishes).toContain("integrazione");
    // The call takes nothing any more, and every way of answering is open.
    const { ways } = await deskPage(operator.staff, callId);
    expect(ways.every(({ reason }) => reason !== undefined)).toBe(true);
    for (const wish of ["integrazione", "indirizzo"] as const) {
      expect(waysFor(wish, ways).map(({ reason }) => reason)).toEqual(ways.map(() => undefined));
    }
    expect(waysFor("ritiro", ways)).toEqual(ways);
    const entry = written(id);
    for (let twice = 0; twice < 2; twice += 1) await beginDeskAnswer(operator.staff, entry);
    expect((await integrationPage(operator.form, id)).answersForIt).toBe(true);
    const input = await sending(operator.form, id);
    const sent = await answerIntegration(operator.form, input);
    expect(await answerIntegration(operator.form, input)).toMatchObject({ digest: sent.digest });

    const rows = await sentOf(id);
    expect(rows).toHaveLength(2);
    const second = rows.find(({ number }) => number === 2);
    expect(second).toMatchObject({ channel: "telephone", identityLevel: "documentSaid" });
    expect(JSON.parse(second?.snapshot ?? "{}")).toMatchObject({
      ...{ channel: "telephone", identityLevel: "documentSaid" },
      answers: { answers: { why: "Detto al telefono" } },
    });
    const [receipt] = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, sent.receiptId));
    expect(receipt?.view as IntegrationReceiptView | undefined).toMatchObject({
      ...{ channel: "telephone", identityLevel: "documentSaid" },
    });
    const letters = await db.select().from(message).where(eq(message.kind, "integrationReceipt"));
    expect(letters.map(({ recipient }) => recipient)).toEqual([email]);
    const { rows: events } = await database.owner.query(
      `select action, actor from audit_event where subject_id = $1
         and action in ('application.beginDeskAnswer', 'application.answerIntegration')
         order by sequence`,
      [id],
    );
    const actor = `staff:${operator.personId}`;
    expect(events).toEqual([
      { action: "application.beginDeskAnswer", actor },
      { action: "application.answerIntegration", actor },
    ]);
    const page = await deskEntryPage(operator.staff, callId, id);
    expect(page.entries.map(({ purpose }) => purpose)).toEqual(["integration", "application"]);
    expect(page.wishes).not.toContain("integrazione");
  });

  test("an entry opens one request: the next one asks for another, and no other desk's opens any", async () => {
    const { operator, id, ask } = await askedAtDesk();
    const stranger = (await askedAtDesk()).operator;
    await expect(beginDeskAnswer(stranger.form, written(id))).rejects.toMatchObject({
      code: "forbidden",
    });
    await beginDeskAnswer(operator.staff, written(id));
    await write(operator.form, id, { why: "Prima" });
    await answer(operator.form, id);
    await expect(beginDeskAnswer(operator.staff, written(id))).rejects.toMatchObject({
      code: "refused",
    });
    await ask();
    await write(operator.form, id, { why: "Seconda" });
    await expect(answer(operator.form, id)).rejects.toMatchObject({ code: "forbidden" });
    const early = written(id, arrivalAt(new Date(Date.now() - 3_600_000)));
    await expect(beginDeskAnswer(operator.staff, early)).rejects.toMatchObject({
      fields: { arrivedOn: "before_opening" },
    });
    expect(await sentOf(id)).toHaveLength(2);
  });

  test("after its end nothing is taken: the attempt names applicant and operator", async () => {
    const { operator, id } = await askedAtDesk();
    await beginDeskAnswer(operator.staff, written(id));
    await write(operator.form, id, { why: "Tardi" });
    const { closesAt } = await requestOf(db, id);
    const receivedAt = `${new Date(closesAt.getTime() + 1000).toISOString().slice(0, 19)}.000000Z`;
    await expect(answer(operator.form, id, { receivedAt })).rejects.toMatchObject({
      reason: "integration_over",
    });
    const [attempt] = await db
      .select()
      .from(refusedAttempt)
      .where(eq(refusedAttempt.applicationId, id));
    expect(attempt).toMatchObject({ operatorId: operator.personId, reason: "integration_over" });
    expect(attempt?.personId).not.toBe(operator.personId);
  });

  test("the desk and who took the application answer at once: one answer, by one of them", async () => {
    const { owner, operator, id } = await askedAtDesk();
    await claimApplication(owner, { applicationId: id });
    await beginDeskAnswer(operator.staff, written(id));
    await write(owner, id, { why: "In due" });
    const results = await Promise.allSettled([answer(owner, id), answer(operator.form, id)]);
    const rows = await sentOf(id);
    expect(rows).toHaveLength(2);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "refused" });
    }
    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(await requestOf(db, id)).toMatchObject({ state: "answered" });
  });
});
