import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { parseCrontab } from "graphile-worker";
import { afterAll, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachment } from "@/db/schema/applications";
import { auditEvent } from "@/db/schema/audit";
import { message } from "@/db/schema/mail";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { scanWaitingFiles } from "@/lib/applications/commands/scan-waiting-files";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { attachmentToOpen } from "@/lib/applications/queries/attachment-to-open";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { type Actor, personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { fileStorage } from "@/lib/files/storage";
import { crontab } from "@/lib/jobs/registry";
import type { MailViews } from "@/lib/mail/kinds";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import { reviewQueue } from "@/lib/review/queries/review-queue";
import { staffToday } from "@/lib/review/queries/staff-today";
import { routes } from "@/lib/routes";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { FakeClamd } from "../../support/fake-clamd";
import { countingPool } from "../../support/query-count";
import { samplePdf } from "../../support/sample-files";
import { sentTogether } from "../../support/threads";

const folder = mkdtempSync(join(tmpdir(), "cantieri-scans-"));
const clamd = await FakeClamd.down();
vi.stubEnv("FILES_DIR", folder);
vi.stubEnv("CLAMD_URL", clamd.url);
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(async () => {
  await clamd.stop();
  rmSync(folder, { recursive: true, force: true });
});

const START = Date.parse("2026-11-25T17:20:00Z");

/** A round of the job, so many minutes after the first. */
const round = (minutes: number) =>
  scanWaitingFiles(testContext(database.app, { now: new Date(START + minutes * 60_000) }));

async function draft(number: number, text: string) {
  const applicant = await somebody(db);
  const { callId, bodyId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(number) });
  const file = { name: "delega.pdf", declaredType: "application/pdf", bytes: samplePdf({ text }) };
  const attach = () =>
    attachFile(applicant.ctx, { applicationId: id, fieldId: "paper", file: { ...file } });
  return { ...applicant, callId, bodyId, id, attach };
}

/** What an officer of the call's body is told of files that were blocked. */
async function toldToStaff({ callId, bodyId, personId }: Awaited<ReturnType<typeof draft>>) {
  const actor: Actor = { kind: "staff", personId, roles: [{ bodyId, role: "officer" }] };
  const officer = testContext(database.app, { actor, scope: [bodyId], now: new Date(START) });
  const { tasks } = await staffToday(officer);
  const { rows } = await reviewQueue(officer, callId, readQueueRequest({}));
  const task = tasks.find(({ kind }) => kind === "filesBlocked");
  return { task: task?.count, rows: rows.map(({ id, blocked }) => ({ id, blocked })) };
}

async function row(id: string) {
  const [found] = await db.select().from(attachment).where(eq(attachment.id, id));
  if (!found) throw new Error("no attachment");
  return found;
}

test("files that came while the scanner was away are scanned when it is back, each with its result", async () => {
  await clamd.stop();
  const good = await draft(1, "una delega");
  const bad = await draft(2, "VIRUS");
  const [kept, infected] = [await good.attach(), await bad.attach()];
  expect([kept.state, infected.state]).toEqual(["scanning", "scanning"]);

  // However long it stays away, no file is given up for it.
  for (const minute of [0, 1, 2, 40]) await round(minute);
  expect(await row(kept.id)).toMatchObject({ state: "scanning", scanAttempts: 0 });
  await expect(attachmentToOpen(good.ctx, kept.id)).rejects.toMatchObject({ code: "refused" });
  const waiting = await draftPage(good.ctx, good.id);
  expect(waiting.attachments.map((one) => one.state)).toEqual(["scanning"]);
  // Nobody loses a deadline by our scanner: the file stays closed until the scan has decided.
  expect(waiting.maySubmit).toEqual({ ok: true });
  const sent = await draft(3, "VIRUS, mandato in tempo");
  const late = await sent.attach();
  await submitApplication(sent.ctx, await confirmation(sent.ctx, sent.id));

  await clamd.start();
  await round(41);
  expect([(await row(kept.id)).state, (await row(infected.id)).state]).toEqual([
    "clean",
    "infected",
  ]);
  await submitApplication(good.ctx, await confirmation(good.ctx, good.id));
  await expect(
    submitApplication(bad.ctx, await confirmation(bad.ctx, bad.id)),
  ).rejects.toMatchObject({ reason: "attachment_refused" });
  expect((await row(late.id)).state).toBe("infected");
  await expect(attachmentToOpen(sent.ctx, late.id)).rejects.toMatchObject({ code: "refused" });
  await expect(attachmentToOpen(bad.ctx, infected.id)).rejects.toMatchObject({ code: "refused" });
  expect(await toldToStaff(sent)).toEqual({ task: 1, rows: [{ id: sent.id, blocked: true }] });
  expect(await toldToStaff(good)).toEqual({
    task: undefined,
    rows: [{ id: good.id, blocked: false }],
  });
  // Once each, to who works on it: a draft is mended, what was sent can still be changed.
  await round(42);
  const letters = await db
    .select({ recipient: message.recipient, view: message.view, subjectId: message.subjectId })
    .from(message)
    .where(eq(message.kind, "fileBlocked"));
  const told = letters.map(({ recipient, view, subjectId }) => {
    const { fileName, why, standing } = view as MailViews["fileBlocked"];
    return { recipient, subjectId, fileName, why, standing };
  });
  const expected = (of: typeof bad, standing: string) => {
    const recipient = `${of.personId}@example.it`;
    return { recipient, subjectId: of.id, fileName: "delega.pdf", why: "infected", standing };
  };
  expect(told).toHaveLength(2);
  expect(told).toEqual(
    expect.arrayContaining([expected(bad, "draft"), expected(sent, "changeable")]),
  );
  const events = await db
    .select({ entry: auditEvent.entry })
    .from(auditEvent)
    .where(eq(auditEvent.action, "application.scanFile"));
  expect(events.map(({ entry }) => JSON.parse(entry).facts.state).toSorted()).toEqual([
    "clean",
    "infected",
    "infected",
  ]);
  await clamd.stop();
});

test("of a file of a message who wrote it is told, on whichever side", async () => {
  await clamd.stop();
  const { applicationId, callId, author, officer } = await sentTogether(database.app);
  for (const [ctx, name] of [
    [author, "nostra.pdf"],
    [officer, "vostra.pdf"],
  ] as const) {
    const bytes = samplePdf({ text: `VIRUS ${name}` });
    const file = { name, declaredType: "application/pdf", bytes };
    await sendMessage(ctx, { applicationId, key: ctx.newId(), text: "Ecco", seen: 0, file });
  }
  await clamd.start();
  await scanWaitingFiles(testContext(database.app, { now: new Date(START), seed: "messages" }));
  const letters = await db
    .select({ recipient: message.recipient, view: message.view })
    .from(message)
    .where(and(eq(message.kind, "fileBlocked"), eq(message.subjectId, applicationId)));
  const told = letters.map(({ recipient, view }) => {
    const { fileName, standing, applicationUrl } = view as MailViews["fileBlocked"];
    return [recipient, fileName, standing, new URL(applicationUrl).pathname];
  });
  const mailbox = (ctx: Ctx, at: string) => `${personOf(ctx.actor)}@${at}`;
  expect(told.toSorted((a, b) => (a[1] ?? "").localeCompare(b[1] ?? ""))).toEqual([
    [mailbox(author, "example.it"), "nostra.pdf", "message", routes.myApplication(applicationId)],
    [
      mailbox(officer, "ente.example"),
      "vostra.pdf",
      "message",
      routes.staffApplication(callId, applicationId),
    ],
  ]);
  await clamd.stop();
});

test("one that the scanner cannot finish comes again later and later, and in the end is given up", async () => {
  await clamd.stop();
  const riddle = await draft(3, "RIDDLE");
  const { id } = await riddle.attach();
  await clamd.start();
  clamd.scanned = 0;
  const taken: number[] = [];
  // Each round before one is due finds nothing to do.
  const early = [0, 1, 2, 3, 6, 7, 14, 15, 30, 31, 62, 63, 122];
  const hourly = Array.from({ length: 24 }, (_, hour) => 123 + hour * 60);
  for (const minute of [...early, ...hourly]) {
    const before = clamd.scanned;
    await round(minute);
    if (clamd.scanned > before) taken.push(minute);
  }
  expect(taken.slice(0, 8)).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
  expect(taken).toHaveLength(28);
  expect(await row(id)).toMatchObject({ state: "refused", scanAttempts: 28 });
  await clamd.stop();
});

test("two workers at once scan each content once; one whose content is gone is told to its owner", async () => {
  await clamd.stop();
  const drafts = await Promise.all([4, 5, 6, 7].map((number) => draft(number, `delega ${number}`)));
  const files = [];
  for (const one of drafts) files.push(await one.attach());
  const [lost] = files;
  if (!lost) throw new Error("no file");
  await fileStorage().remove(lost.sha256);
  await clamd.start();
  clamd.scanned = 0;
  await Promise.all([round(0), round(0), round(0)]);
  expect(clamd.scanned).toBe(3);
  const states = await Promise.all(files.map(async ({ id }) => (await row(id)).state));
  expect(states).toEqual(["refused", "clean", "clean", "clean"]);
  await clamd.stop();
});

test("it is a job of every minute, which costs one query when nothing waits", async () => {
  const [job] = parseCrontab(crontab).filter(({ task }) => task === "scan-files");
  expect(job?.options).toMatchObject({ maxAttempts: 1, jobKey: "scan-files" });
  expect(job?.match({ min: 7, hour: 3, date: 2, month: 5, dow: 6 })).toBe(true);
  await db.delete(attachment);
  const { pool, count } = countingPool(database.appUrl);
  await scanWaitingFiles(testContext(pool));
  expect(count()).toBe(1);
});
