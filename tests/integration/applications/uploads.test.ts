import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachment } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { upload } from "@/db/schema/uploads";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { cancelUpload } from "@/lib/applications/commands/cancel-upload";
import { collectUploads } from "@/lib/applications/commands/collect-uploads";
import { completeUpload } from "@/lib/applications/commands/complete-upload";
import { removeFile } from "@/lib/applications/commands/remove-file";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { ownUpload } from "@/lib/applications/queries/own-uploads";
import { fileStorage } from "@/lib/files/storage";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { countingPool } from "../../support/query-count";
import { samplePdf } from "../../support/sample-files";
import { pdfOf, storedBelow, uploader } from "../../support/uploads";

const folder = mkdtempSync(join(tmpdir(), "cantieri-uploads-"));
vi.stubEnv("FILES_DIR", folder);
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  rmSync(join(folder, "pieces"), { recursive: true, force: true });
  await db.delete(upload);
});

const MEGABYTE = 1024 * 1024;
const inHours = (hours: number) =>
  testContext(database.app, { now: new Date(Date.now() + hours * 3_600_000) });
const pieces = () => storedBelow(folder).filter((name) => name.startsWith("pieces/"));

describe("an upload", () => {
  test.each([10, 50, 99])(
    "whose connection drops after %i percent goes on from there, also from another page",
    async (percent) => {
      const bytes = pdfOf(3 * MEGABYTE, `al ${percent} per cento `);
      const { ctx, applicationId, begin, send } = await uploader(db, percent, bytes);
      const { id } = await begin();
      const lasts = Math.floor((bytes.length * percent) / 100);
      const arrived = await send(id, 0, lasts);
      expect(arrived).toBeLessThanOrEqual(lasts);
      expect(arrived).toBeGreaterThan(lasts - 16 * 1024);
      // The page is loaded again, and the same file chosen.
      const [shown] = (await draftPage(ctx, applicationId)).uploads;
      expect(shown).toMatchObject({ id, received: arrived, name: "delega.pdf" });
      const again = await begin();
      expect(again).toMatchObject({ id, received: arrived });
      expect(await send(id, arrived)).toBe(bytes.length);
      const attached = await completeUpload(ctx, { applicationId, uploadId: id });
      expect(attached).toMatchObject({ name: "delega.pdf", state: "notScanned" });
      const { attachments, uploads } = await draftPage(ctx, applicationId);
      expect(attachments).toMatchObject([{ id: attached.id, sha256: sha256(bytes) }]);
      expect(uploads).toEqual([]);
      expect(pieces()).toEqual([]);
    },
  );

  test("takes bytes only where it stands, and never more than were announced", async () => {
    const bytes = pdfOf(MEGABYTE);
    const { ctx, applicationId, begin, send } = await uploader(db, 1, bytes);
    const { id } = await begin({ size: bytes.length - 1000 });
    await expect(send(id, 7)).rejects.toMatchObject({ reason: "upload_offset" });
    await expect(send(id, 0)).rejects.toMatchObject({ reason: "file_too_large" });
    const { received } = await ownUpload(ctx, { applicationId, uploadId: id });
    expect(received).toBeLessThan(bytes.length);
    expect(pieces()).toHaveLength(received / (512 * 1024));
    await expect(completeUpload(ctx, { applicationId, uploadId: id })).rejects.toMatchObject({
      reason: "upload_incomplete",
    });
    await cancelUpload(ctx, { applicationId, uploadId: id });
    await cancelUpload(ctx, { applicationId, uploadId: id });
    expect(pieces()).toEqual([]);
    expect(await db.$count(upload)).toBe(0);
  });

  test.each([
    ["file_too_large", { size: 4 * 1024 ** 3 }],
    ["file_empty", { size: 0 }],
    ["file_name_hostile", { name: "../../etc/passwd.pdf" }],
    ["file_name_hostile", { name: "delega\u202Efdp.exe.pdf" }],
    ["file_type_not_allowed", { name: "programma.exe" }],
    ["file_type_mismatch", { declaredType: "text/html" }],
  ])("is refused before a byte comes: %s %j", async (reason, given) => {
    const { begin } = await uploader(db, 2, pdfOf(1000));
    await expect(begin(given)).rejects.toMatchObject({ reason });
    expect(await db.$count(upload)).toBe(0);
  });

  test("of another file than was announced is refused, and says so again when asked again", async () => {
    const { ctx, applicationId, begin, send } = await uploader(db, 3, pdfOf(1000));
    const { id } = await begin({ sha256: "0".repeat(64) });
    await send(id, 0);
    for (let times = 0; times < 2; times += 1) {
      await expect(completeUpload(ctx, { applicationId, uploadId: id })).rejects.toMatchObject({
        reason: "file_altered",
      });
    }
    expect(pieces()).toEqual([]);
    expect((await draftPage(ctx, applicationId)).uploads).toEqual([]);
  });

  test("that a suspended call does not take is taken when the call is resumed", async () => {
    const { ctx, applicationId, callId, begin, send } = await uploader(db, 6, pdfOf(100_000));
    const { id } = await begin();
    await send(id, 0);
    const asked = { applicationId, uploadId: id };
    const callIs = (state: "suspended" | "published") =>
      db
        .update(call)
        .set({ state, suspendedAt: state === "suspended" ? ctx.now.toISOString() : null })
        .where(eq(call.id, callId));
    await callIs("suspended");
    for (let times = 0; times < 2; times += 1) {
      await expect(completeUpload(ctx, asked)).rejects.toMatchObject({ reason: "call_suspended" });
    }
    await callIs("published");
    expect(await completeUpload(ctx, asked)).toMatchObject({ name: "delega.pdf" });
    expect(pieces()).toEqual([]);
  });

  test("is nobody else's: not to go on with, to complete or to give up", async () => {
    const { applicationId, begin, send, ctx } = await uploader(db, 4, pdfOf(100_000));
    const { id } = await begin();
    const stranger = await somebody(db, "Eva");
    const asked = { applicationId, uploadId: id };
    await expect(ownUpload(stranger.ctx, asked)).rejects.toMatchObject({ code: "not_found" });
    await expect(completeUpload(stranger.ctx, asked)).rejects.toMatchObject({ code: "not_found" });
    await cancelUpload(stranger.ctx, asked);
    const staff = scopedDatabase(database.app, [ctx.newId()]);
    expect(await staff.$count(upload)).toBe(0);
    await send(id, 0);
    expect((await completeUpload(ctx, asked)).name).toBe("delega.pdf");
  });

  test("that is whole and fits nowhere any more is refused; one in its place is taken", async () => {
    const { ctx, applicationId, begin, send } = await uploader(db, 5, pdfOf(2000));
    const { id } = await begin();
    await send(id, 0);
    for (const text of ["a", "b", "c"]) {
      const file = { name: `${text}.pdf`, declaredType: "", bytes: samplePdf({ text }) };
      await attachFile(ctx, { applicationId, fieldId: "paper", file });
    }
    await expect(completeUpload(ctx, { applicationId, uploadId: id })).rejects.toMatchObject({
      reason: "too_many_files",
    });
    await expect(begin()).rejects.toMatchObject({ reason: "too_many_files" });
    const [first] = (await draftPage(ctx, applicationId)).attachments;
    await removeFile(ctx, { applicationId, attachmentId: first?.id ?? "" });
    const next = await begin();
    await send(next.id, 0);
    await completeUpload(ctx, { applicationId, uploadId: next.id });
    expect(await db.$count(attachment, eq(attachment.applicationId, applicationId))).toBe(3);
  });

  test("begun over and over makes room for itself, and locks nobody out", async () => {
    const { ctx, applicationId, begin } = await uploader(db, 6, pdfOf(2000));
    for (let at = 0; at < 12; at += 1) await begin({ name: `${at}.pdf` });
    const { uploads } = await draftPage(ctx, applicationId);
    expect(uploads.map(({ name }) => name)).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) => `${at}.pdf`),
    );
    for (let at = 12; at < 20; at += 1) await begin({ name: `${at}.pdf` });
    await expect(begin({ name: "21.pdf" })).rejects.toMatchObject({ code: "rate_limited" });
    // The same file again is no new attempt.
    expect(await begin({ name: "19.pdf" })).toMatchObject({ id: expect.any(String) });
  });

  test("on a full disk is refused and leaves neither row nor piece", async () => {
    const bytes = pdfOf(2 * MEGABYTE);
    const { begin, send } = await uploader(db, 7, bytes);
    const { id } = await begin();
    const put = fileStorage().putPiece.bind(fileStorage());
    let stored = 0;
    const spy = vi.spyOn(fileStorage(), "putPiece").mockImplementation(async (name, piece) => {
      stored += 1;
      if (stored > 2) throw new Refused("storage_full");
      await put(name, piece);
    });
    await expect(send(id, 0)).rejects.toMatchObject({ reason: "storage_full" });
    spy.mockRestore();
    expect(stored).toBe(3);
    expect(pieces()).toEqual([]);
    expect(await db.$count(upload)).toBe(0);
  });

  test("that nobody ends is cleared a day later with its pieces; what nobody knows of is swept", async () => {
    const bytes = pdfOf(2 * MEGABYTE);
    const { ctx, applicationId, begin, send } = await uploader(db, 8, bytes);
    const { id } = await begin();
    await send(id, 0, 1_500_000);
    await fileStorage().putPiece(ctx.newId(), Buffer.from("a process died here"));
    expect(await collectUploads(inHours(23))).toEqual({ collected: 0 });
    expect(pieces()).toHaveLength(4);
    expect(await collectUploads(inHours(25))).toEqual({ collected: 1 });
    expect(pieces()).toHaveLength(1);
    await fileStorage().sweep(inHours(25).now);
    expect(pieces()).toEqual([]);
    await expect(ownUpload(ctx, { applicationId, uploadId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await begin()).received).toBe(0);
  });

  test("takes five statements and one commit to begin, two for a piece and no more with the size of the file", async () => {
    const bytes = pdfOf(2 * MEGABYTE);
    const { ctx, applicationId, begin, send } = await uploader(db, 9, bytes);
    const { pool, count } = countingPool(database.appUrl);
    ctx.db = scopedDatabase(pool, "*");
    const asked = async (work: () => Promise<unknown>) => {
      const before = count();
      await work();
      return count() - before;
    };
    const { id } = await begin();
    expect(await asked(() => begin())).toBe(2);
    // The beginning and the end of the transaction are counted too.
    expect(await asked(() => begin({ name: "altra.pdf" }))).toBeLessThanOrEqual(7);
    expect(await asked(() => send(id, 0, 512 * 1024))).toBe(2);
    await send(id, 512 * 1024);
    const completing = await asked(() => completeUpload(ctx, { applicationId, uploadId: id }));
    expect(completing).toBeLessThanOrEqual(11);
  });
});
