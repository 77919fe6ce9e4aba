import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { application, attachment } from "@/db/schema/applications";
import { integrationExtension } from "@/db/schema/integrations";
import { message } from "@/db/schema/mail";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { expireIntegrations } from "@/lib/applications/commands/expire-integrations";
import { remindIntegrations } from "@/lib/applications/commands/remind-integrations";
import type { IntegrationItem } from "@/lib/applications/core/integration-items";
import { SETTLED_AFTER_MS } from "@/lib/applications/core/integration-rules";
import { myApplication } from "@/lib/applications/queries/my-application";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { makeContext } from "@/lib/context";
import { documentToDownload } from "@/lib/documents/queries";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { cancelIntegration } from "@/lib/review/commands/cancel-integration";
import { extendIntegration } from "@/lib/review/commands/extend-integration";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { integrationDesk } from "@/lib/review/queries/integration-desk";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { staffToday } from "@/lib/review/queries/staff-today";
import { testDatabase } from "../../support/database";
import { ASKED, answer, asked, requestOf, termOf, write } from "../../support/integrations";
import { admit, callUnderReview, checkAll, staffOf } from "../../support/review";
import { samplePdf } from "../../support/sample-files";

const database = await testDatabase();
const why: IntegrationItem = { field: "why", row: null, missing: "Manca il perché." };
const items = [why];
const HOUR_MS = 3_600_000;

/** A job at a moment of its own. */
const jobAt = ({ db }: { db: Awaited<ReturnType<typeof asked>>["db"] }, at: number) =>
  makeContext({
    db,
    actor: { kind: "system", job: "test" },
    now: new Date(at),
    requestId: "test-job",
  });

describe("asking for an integration", () => {
  test.each([
    ["nothing", { items: [] }, "nothing_asked"],
    ["a question that the form does not have", { items: [{ ...why, field: "x" }] }, "not_in_form"],
    ["one of another track", { items: [{ ...why, field: "guardian" }] }, "not_in_form"],
    ["a row that is not there", { items: [{ ...why, row: 3 }] }, "not_in_form"],
    ["no reason", { reason: "Perché sì" }, "reasons_missing"],
    ["a term that is too short", { term: termOf(4) }, "term_changed"],
    ["a term that is too long", { term: termOf(31) }, "term_changed"],
    [
      "another end than these days have",
      { term: { ...termOf(10), on: "2099-01-01" } },
      "term_changed",
    ],
  ])("is refused with %s", async (_, change, reason) => {
    const { officer, applications } = await callUnderReview(database.app, 1);
    const [applicationId = ""] = applications;
    const input = { applicationId, items, reason: ASKED, term: termOf(10), ...change };
    await expect(requestIntegration(officer, input)).rejects.toMatchObject({
      reason,
    });
  });

  test("is for officers of the body, for an application that nobody has decided, one at a time", async () => {
    const { officer, applications, bodyId } = await callUnderReview(database.app, 2);
    const [applicationId = "", decided = ""] = applications;
    const input = { applicationId, items, reason: ASKED, term: termOf(10) };
    for (const role of ["reviewer", "administrator", "facilitator"] as const) {
      const other = await staffOf(database.app, bodyId, [role]);
      await expect(requestIntegration(other, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    const elsewhere = await callUnderReview(database.app, 0);
    await expect(requestIntegration(elsewhere.officer, input)).rejects.toMatchObject({
      code: "not_found",
    });
    await requestIntegration(officer, input);
    await expect(requestIntegration(officer, input)).rejects.toMatchObject({
      reason: "wrong_state",
    });
    await admit(officer, decided);
    await expect(
      requestIntegration(officer, { ...input, applicationId: decided }),
    ).rejects.toMatchObject({ reason: "wrong_state" });
    await expect(checkAll(officer, applicationId, "yes")).rejects.toMatchObject({
      reason: "wrong_state",
    });
  });

  test("shows the officer what there is, and the applicant what to do, with its date", async () => {
    const { officer, applicant, applicationId, callId, request } = await asked(database.app);
    const desk = await integrationDesk(officer, callId, applicationId);
    const questions = desk.sections.flatMap((section) => section.questions.map((one) => one.path));
    expect(questions).toEqual(["legalNature", "name", "code", "why", "paper", "truth"]);
    expect(desk.verdict).toEqual({ ok: false, reason: "wrong_state" });
    const mine = await myApplications(applicant);
    expect(mine.todo).toMatchObject([
      { id: applicationId, integration: { closesAt: request.closesAt, over: false } },
    ]);
    const page = await myApplication(applicant, applicationId);
    expect(page.documents.map((one) => one.kind)).toContain("integrationRequest");
    expect((await documentToDownload(applicant, request.documentId)).kind).toBe(
      "integrationRequest",
    );
    const { tasks } = await staffToday(officer);
    expect(tasks).toContainEqual(
      expect.objectContaining({ kind: "integrationsWait", count: 1, at: request.closesAt }),
    );
  });

  test("is never changed, nor made shorter, nor taken out of the record", async () => {
    const { request } = await asked(database.app);
    for (const change of [
      "reason = 'x'",
      "items = '[{}]'",
      "closes_at = closes_at - interval '1 day'",
    ]) {
      const update = `update integration_request set ${change} where id = $1`;
      await expect(database.owner.query(update, [request.id])).rejects.toThrow(/never changed/);
    }
    const remove = "delete from integration_request where id = $1";
    await expect(database.owner.query(remove, [request.id])).rejects.toThrow(/never changed/);
  });
});

describe("more time, and none any more", () => {
  test("an end is moved later, with a reason and a letter; never earlier", async () => {
    const given = await asked(database.app, { days: 5 });
    const { officer, applicationId, request, db } = given;
    const last = romeDate(request.closesAt);
    const input = {
      applicationId,
      reason: "La sede era chiusa per lavori.",
      term: termOf(5, last),
    };
    await expect(
      extendIntegration(officer, { ...input, term: { days: 1, on: addDays(last, -1) } }),
    ).rejects.toMatchObject({ reason: "shortens" });
    await expect(
      extendIntegration(officer, { ...input, term: { days: 2, on: addDays(last, 40) } }),
    ).rejects.toMatchObject({ reason: "term_changed" });
    await extendIntegration(officer, input);
    const moved = await requestOf(db, applicationId);
    expect(romeDate(moved.closesAt)).toBe(input.term.on);
    const kept = await db
      .select()
      .from(integrationExtension)
      .where(eq(integrationExtension.requestId, request.id));
    expect(kept).toMatchObject([{ before: request.closesAt, until: moved.closesAt }]);
    const sheet = await applicationSheet(officer, given.callId, applicationId);
    expect(sheet.integrations).toMatchObject([
      { status: "open", extensions: [{ reason: input.reason }] },
    ]);
    expect(sheet.timeline.map((event) => event.action)).toContain("application.extendIntegration");
  });

  test("taken back, the application is as it was sent and what was prepared is gone", async () => {
    const { officer, applicant, applicationId, db } = await asked(database.app);
    const file = { name: "Delega.pdf", declaredType: "application/pdf", bytes: samplePdf() };
    await attachFile(applicant, { applicationId, fieldId: "paper", file });
    const reason = "Il documento è già agli atti dell’ufficio.";
    await cancelIntegration(officer, { applicationId, reason });
    expect(await requestOf(db, applicationId)).toMatchObject({
      state: "cancelled",
      cancelReason: reason,
    });
    const files = await db
      .select()
      .from(attachment)
      .where(eq(attachment.applicationId, applicationId));
    expect(files).toEqual([]);
    await expect(answer(applicant, applicationId)).rejects.toMatchObject({
      reason: "integration_settled",
    });
    await expect(cancelIntegration(officer, { applicationId, reason })).rejects.toMatchObject({
      reason: "integration_settled",
    });
    await checkAll(officer, applicationId, "yes");
  });

  test("without an answer the end is written down once, and only after it; staff see it at once", async () => {
    const given = await asked(database.app, { days: 5 });
    const { applicationId, request, db, officer, callId } = given;
    const end = request.closesAt.getTime();
    await expireIntegrations(jobAt(given, end + SETTLED_AFTER_MS));
    expect((await requestOf(db, applicationId)).state).toBe("open");
    const late = { ...officer, now: new Date(end + 1000) };
    const sheet = await applicationSheet(late, callId, applicationId);
    expect(sheet.integrations).toMatchObject([{ state: "open", status: "expired" }]);
    for (let times = 0; times < 3; times += 1) {
      await expireIntegrations(jobAt(given, end + SETTLED_AFTER_MS + 1000));
    }
    expect((await requestOf(db, applicationId)).state).toBe("expired");
    const [row] = await db.select().from(application).where(eq(application.id, applicationId));
    expect(row?.state).toBe("submitted");
    const letters = await db.select().from(message).where(eq(message.subjectId, applicationId));
    const events = letters.map((one) => (one.view as { event?: string }).event).filter(Boolean);
    expect(events.sort()).toEqual(["expired", "requested"]);
    const back = await reviewQueue(officer, callId, readQueueRequest({ stato: "integrate" }));
    expect(back.rows.map(({ id }) => id)).toEqual([applicationId]);
    expect(back.views.find(({ view }) => view === "integrate")?.count).toBe(1);
    const { tasks } = await staffToday(officer);
    expect(tasks.map(({ kind }) => kind)).toContain("integrationsBack");
  });

  test("those who have not answered are reminded 72 and 24 hours before the end, once each", async () => {
    const given = await asked(database.app, { days: 10 });
    const { applicationId, request, db, officer } = given;
    const end = request.closesAt.getTime();
    for (const hours of [100, 71, 70, 20, 19]) {
      await remindIntegrations(jobAt(given, end - hours * HOUR_MS));
    }
    const last = romeDate(request.closesAt);
    const reason = "Il termine cadeva nella settimana delle feste.";
    await extendIntegration(officer, { applicationId, reason, term: termOf(5, last) });
    const moved = (await requestOf(db, applicationId)).closesAt.getTime();
    await remindIntegrations(jobAt(given, moved - 60 * HOUR_MS));
    await remindIntegrations(jobAt(given, moved + 1));
    const letters = await db.select().from(message).where(eq(message.subjectId, applicationId));
    const reminders = letters.filter(
      (one) => (one.view as { event?: string }).event === "reminder",
    );
    expect(reminders).toHaveLength(3);
  });
});

test("staff see the old beside the new, by question, and the end of the call still counts for arrival", async () => {
  const { officer, applicant, applicationId, callId } = await asked(database.app);
  await write(applicant, applicationId, { why: "Un testo nuovo" });
  // In time for the office, and a day after the end of the call.
  const closing = "update call set closes_at = now() + interval '1 hour' where id = $1";
  await database.owner.query(closing, [callId]);
  const receivedAt = new Date(Date.now() + 24 * HOUR_MS).toISOString().replace("Z", "000Z");
  await answer(applicant, applicationId, { receivedAt });
  const sheet = await applicationSheet(officer, callId, applicationId);
  const [one] = sheet.integrations;
  expect(one).toMatchObject({ state: "answered", answer: { number: 2 } });
  expect(one?.changes).toMatchObject([
    { before: { id: "why", answer: "Perché serve" }, after: { answer: "Un testo nuovo" } },
  ]);
  expect(sheet.submissions).toBe(2);
  expect(sheet).toMatchObject({ receivedAt, arrival: { late: false } });
});
