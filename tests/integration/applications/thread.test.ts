import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { keepMessage } from "@/lib/applications/commands/keep-message";
import { purgeKeptMessages } from "@/lib/applications/commands/purge-kept-messages";
import { readThread } from "@/lib/applications/commands/read-thread";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { settleThread } from "@/lib/applications/commands/settle-thread";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import { MESSAGE_LIMIT } from "@/lib/applications/core/thread";
import { applicationThread, THREAD_PAGE } from "@/lib/applications/queries/application-thread";
import { messageFileToOpen } from "@/lib/applications/queries/message-file-to-open";
import { waitingByCall, waitingThreads } from "@/lib/applications/queries/waiting-threads";
import { collectFiles } from "@/lib/files/collect-files";
import { sha256 } from "@/lib/platform/digest";
import { completeDraft, somebody } from "../../support/applications";
import { testDatabase } from "../../support/database";
import { staffOf } from "../../support/review";
import { samplePdf } from "../../support/sample-files";
import { later, notices, say, sentTogether, tell } from "../../support/threads";

const folder = mkdtempSync(join(tmpdir(), "cantieri-thread-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const database = await testDatabase();
const pdf = (text: string) => ({
  name: `${text}.pdf`,
  declaredType: "application/pdf",
  bytes: samplePdf({ text }),
});

test("two sides read the same, numbered; the office stands behind its name", async () => {
  const { applicationId, author, marta, officer } = await sentTogether(database.app);
  await say(author, applicationId, "Quando ci sentite?");
  await say(officer, applicationId, "Venerdì.\r\nAlle dieci.", 1);
  await say(marta, applicationId, "Grazie ‮<b>evig</b> d'Amico ابن", 2);
  const seen = await applicationThread(marta, applicationId);
  expect(
    seen.messages.map(({ number, author: who, own, text }) => [number, who, own, text]),
  ).toEqual([
    [1, "Lucia Bianchi", false, "Quando ci sentite?"],
    [2, "Ufficio Partecipazione", false, "Venerdì.\nAlle dieci."],
    [3, "Marta Bianchi", true, "Grazie ‮<b>evig</b> d'Amico ابن"],
  ]);
  const asOffice = await applicationThread(officer, applicationId);
  expect(asOffice.messages[1]).toMatchObject({ author: "Chiara Bandini", own: true, isNew: false });
  expect(asOffice.waitingSince).toEqual(seen.messages[2]?.sentAt);
});

test("unread is each person's: what the office wrote since they came, and they were not shown", async () => {
  const { applicationId, author, marta, officer } = await sentTogether(database.app);
  await say(later(officer, 1), applicationId, "Uno");
  await say(later(author, 2), applicationId, "Due", 1);
  const newFor = async (ctx: typeof author) =>
    (await applicationThread(ctx, applicationId)).messages.filter(({ isNew }) => isNew).length;
  expect([await newFor(author), await newFor(marta), await newFor(officer)]).toEqual([1, 1, 0]);
  await readThread(author, { applicationId, upTo: 99 });
  await readThread(author, { applicationId, upTo: 1 });
  expect([await newFor(author), await newFor(marta)]).toEqual([0, 1]);
  await say(later(officer, 3), applicationId, "Tre", 2);
  expect([await newFor(author), await newFor(marta)]).toEqual([1, 2]);
  // Nothing is noted of somebody who does not work on it.
  const stranger = await somebody(author.db, "Ugo");
  await readThread(stranger.ctx, { applicationId, upTo: 3 });
  const { rows } = await database.owner.query(
    "select person_id from thread_reader where application_id = $1",
    [applicationId],
  );
  expect(rows).toHaveLength(1);
});

test("others learn nothing: no stranger, no reviewer, no desk, nobody of another body, no draft", async () => {
  const { applicationId, author, officer, bodyId, callId, db } = await sentTogether(database.app);
  const other = await sentTogether(database.app);
  await sendMessage(author, {
    applicationId,
    key: author.newId(),
    text: "Ciao",
    seen: 0,
    file: pdf("a"),
  });
  const file = (await applicationThread(author, applicationId)).messages[0]?.files[0]?.id ?? "";
  const outside = [
    (await somebody(db, "Ugo")).ctx,
    other.author,
    other.officer,
    await staffOf(database.app, bodyId, ["reviewer", "desk", "facilitator"]),
  ];
  for (const ctx of outside) {
    await expect(applicationThread(ctx, applicationId)).rejects.toThrow("not found");
    await expect(say(ctx, applicationId, "Ehi")).rejects.toThrow("not found");
    await expect(settleThread(ctx, { applicationId, seen: 9 })).rejects.toThrow("not found");
    await expect(messageFileToOpen(ctx, file)).rejects.toThrow("not found");
    await expect(waitingThreads(ctx, { limit: 5, callId })).resolves.toMatchObject({ threads: [] });
  }
  await expect(messageFileToOpen(officer, file)).resolves.toMatchObject({ name: "a.pdf" });
  const draft = await completeDraft(await somebody(db), callId, { track: "citizen" });
  for (const ctx of [author, officer]) {
    await expect(say(ctx, draft, "Ehi")).rejects.toThrow("not found");
  }
});

test("what is refused: no text, too much, more than the limit in ten minutes, after a withdrawal", async () => {
  const { applicationId, author, officer } = await sentTogether(database.app);
  for (const text of ["", " \n\u200b ", "\u0000"]) {
    await expect(say(author, applicationId, text)).rejects.toThrow("text");
  }
  await expect(say(author, applicationId, "x".repeat(MESSAGE_LIMIT + 1))).rejects.toThrow("text");
  await say(author, applicationId, "à\r\n".repeat(MESSAGE_LIMIT / 2));
  for (let sent = 1; sent < 10; sent += 1) await say(author, applicationId, `${sent}`);
  await expect(say(author, applicationId, "ancora")).rejects.toThrow("rate limited");
  await withdrawApplication(author, { applicationId });
  await expect(say(officer, applicationId, "Peccato")).rejects.toThrow("application_withdrawn");
  const { mayWrite, messages } = await applicationThread(author, applicationId);
  expect(mayWrite).toEqual({ ok: false, reason: "application_withdrawn" });
  expect(messages).toHaveLength(10);
  // Also then the office can deal with what is left.
  await settleThread(officer, { applicationId, seen: 10 });
  expect((await applicationThread(officer, applicationId)).waitingSince).toBeNull();
});

test("a form sent twice is one message; what a page had not shown goes on waiting", async () => {
  const { applicationId, author, officer, callId } = await sentTogether(database.app);
  const key = author.newId();
  const twice = await Promise.all([1, 2].map(() => say(author, applicationId, "Uno", 0, key)));
  expect(twice).toEqual([{ number: 1 }, { number: 1 }]);
  await say(later(author, 5), applicationId, "Due", 1);
  // The officer's page stood at the first message.
  await say(later(officer, 6), applicationId, "Risposta alla prima", 1);
  const waiting = await waitingThreads(officer, { limit: 5 });
  expect(waiting.threads).toMatchObject([{ applicationId, callId, count: 1 }]);
  expect(await waitingByCall(officer)).toEqual(new Map([[callId, 1]]));
  await settleThread(officer, { applicationId, seen: 1 });
  expect((await waitingThreads(officer, { limit: 5 })).threads).toHaveLength(1);
  await settleThread(officer, { applicationId, seen: 3 });
  expect((await waitingThreads(officer, { limit: 5 })).threads).toEqual([]);
});

test("text and files wait for each other, are one's own, and go with the message", async () => {
  const { applicationId, author, marta } = await sentTogether(database.app);
  const key = author.newId();
  const kept = { applicationId, key, text: "Ecco la delega" };
  await keepMessage(author, { ...kept, file: pdf("delega") });
  await keepMessage(author, { ...kept, file: pdf("delega") });
  await keepMessage(author, { ...kept, file: pdf("statuto") });
  const [first, second] = (await applicationThread(author, applicationId)).kept.files;
  expect([first?.name, second?.name]).toEqual(["delega.pdf", "statuto.pdf"]);
  expect((await applicationThread(marta, applicationId)).kept).toEqual({ text: "", files: [] });
  await expect(messageFileToOpen(marta, first?.id ?? "")).rejects.toThrow("not found");
  await keepMessage(marta, { ...kept, key: marta.newId(), without: first?.id });
  await keepMessage(author, { ...kept, without: second?.id });
  for (const name of ["b", "c", "d", "e"]) await keepMessage(author, { ...kept, file: pdf(name) });
  const full = sendMessage(author, { ...kept, seen: 0, file: pdf("f") });
  await expect(full).rejects.toThrow("too_many_files");
  await say(author, applicationId, "Ecco", 0, key);
  // The same form again, after it was sent: nothing is kept of it.
  await keepMessage(author, kept);
  const thread = await applicationThread(marta, applicationId);
  expect(thread.messages[0]?.files.map(({ name }) => name)).toEqual([
    "delega.pdf",
    ...["b.pdf", "c.pdf", "d.pdf", "e.pdf"],
  ]);
  expect((await applicationThread(author, applicationId)).kept).toEqual({ text: "", files: [] });
  await expect(messageFileToOpen(marta, first?.id ?? "")).resolves.toMatchObject({
    name: "delega.pdf",
  });
});

test("hostile files are refused; what nobody goes on with is cleared, what was sent never", async () => {
  const { applicationId, author } = await sentTogether(database.app);
  const active = samplePdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" });
  const send = (file: ReturnType<typeof pdf>) =>
    sendMessage(author, { applicationId, key: author.newId(), text: "Ecco", seen: 0, file });
  await expect(send({ ...pdf("x"), bytes: active })).rejects.toThrow("file_active_content");
  await expect(send({ ...pdf("x"), name: "../x.pdf" })).rejects.toThrow("file_name_hostile");
  await send(pdf("mandato"));
  await keepMessage(author, { applicationId, key: author.newId(), text: "Poi", file: pdf("poi") });
  const muchLater = later(author, 32 * 86_400);
  const job = { ...muchLater, actor: { kind: "system", job: "test" } as const };
  await purgeKeptMessages(later(job, -3 * 86_400));
  expect((await applicationThread(author, applicationId)).kept.files).toHaveLength(1);
  await purgeKeptMessages(job);
  expect((await applicationThread(author, applicationId)).kept).toEqual({ text: "", files: [] });
  const stored = async ({ bytes }: ReturnType<typeof pdf>) =>
    (await database.owner.query("select from file_object where sha256 = $1", [sha256(bytes)]))
      .rowCount;
  expect(await stored(pdf("poi"))).toBe(1);
  await collectFiles(job);
  expect([await stored(pdf("poi")), await stored(pdf("mandato"))]).toEqual([0, 1]);
  const [sent] = (await applicationThread(author, applicationId)).messages;
  await expect(messageFileToOpen(author, sent?.files[0]?.id ?? "")).resolves.toBeTruthy();
  // Neither the application's role nor who owns the tables changes what was said.
  const change = "update thread_message set text = 'altro'";
  await expect(database.app.query(change)).rejects.toThrow(/permission denied/);
  await expect(database.owner.query(change)).rejects.toThrow(/never changed/);
  await expect(database.owner.query("delete from thread_file")).rejects.toThrow(/never changed/);
});

test("one letter for a burst and reader, without a word of it; none to who has read or left", async () => {
  const { applicationId, author, marta, officer } = await sentTogether(database.app);
  const lucia = author.actor.kind === "person" ? `${author.actor.personId}@example.it` : "";
  await say(officer, applicationId, "Segreto uno");
  await say(later(officer, 60), applicationId, "Segreto due", 1);
  await tell(database.app, 4);
  expect(await notices(database.owner, applicationId)).toEqual([]);
  await readThread(marta, { applicationId, upTo: 2 });
  await tell(database.app, 6);
  const [letter, ...others] = await notices(database.owner, applicationId);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ recipient: lucia, jobs: 1, view: { count: 2 } });
  expect(JSON.stringify(letter?.view)).not.toMatch(/Segreto|Chiara/);
  await say(later(officer, 600), applicationId, "Terzo", 2);
  await database.owner.query("update membership set ended_at = now() where role = 'delegate'");
  await tell(database.app, 20);
  const all = await notices(database.owner, applicationId);
  expect(all.map(({ recipient }) => recipient)).toEqual([lucia, lucia]);
});

test("a long thread is read page by page", async () => {
  const { applicationId, officer } = await sentTogether(database.app);
  const count = THREAD_PAGE + 5;
  for (let at = 1; at <= count; at += 1) await say(officer, applicationId, `n. ${at}`, at - 1);
  const last = await applicationThread(officer, applicationId);
  expect([last.messages[0]?.number, last.messages.at(-1)?.number]).toEqual([6, count]);
  expect(last.hasEarlier).toBe(true);
  const first = await applicationThread(officer, applicationId, last.messages[0]?.number);
  expect(first.messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(first.hasEarlier).toBe(false);
});
