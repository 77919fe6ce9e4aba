import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachment, submission } from "@/db/schema/applications";
import { upload } from "@/db/schema/uploads";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { completeUpload } from "@/lib/applications/commands/complete-upload";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { ownUpload } from "@/lib/applications/queries/own-uploads";
import { fileStorage } from "@/lib/files/storage";
import { isAppError, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { confirmation } from "../support/applications";
import { testDatabase } from "../support/database";
import { samplePdf } from "../support/sample-files";
import { pdfOf, storedBelow, uploader } from "../support/uploads";

const folder = mkdtempSync(join(tmpdir(), "cantieri-upload-races-"));
vi.stubEnv("FILES_DIR", folder);
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pieces = () => storedBelow(folder).filter((name) => name.startsWith("pieces/"));

test("connections that write the same upload at once make one file of it, whoever is faster", async () => {
  const bytes = pdfOf(6 * 1024 * 1024, "la stessa delega ");
  const { ctx, applicationId, begin, send } = await uploader(db, 1, bytes);
  const { id } = await begin();
  const stands = async () => (await ownUpload(ctx, { applicationId, uploadId: id })).received;
  // Each asks where the upload stands, sends for a while and breaks off, as often as it takes.
  const connection = async (lasts: number) => {
    for (let at = await stands(); at < bytes.length; at = await stands()) {
      await send(id, at, lasts).catch((error: unknown) => {
        if (!(error instanceof Refused) || error.reason !== "upload_offset") throw error;
      });
    }
  };
  await Promise.all([700_000, 1_300_000, 3_000_000].map(connection));
  expect(pieces()).toHaveLength(
    (await ownUpload(ctx, { applicationId, uploadId: id })).pieces.length,
  );
  const attached = await completeUpload(ctx, { applicationId, uploadId: id });
  const [row] = await db.select().from(attachment).where(eq(attachment.id, attached.id));
  const content = await fileStorage().open(row?.fileHash ?? "");
  expect(content && sha256(await buffer(content))).toBe(sha256(bytes));
  expect(pieces()).toEqual([]);
});

test("an upload that is completed many times at once becomes one attachment, on the last place too", async () => {
  const { ctx, applicationId, begin, send } = await uploader(db, 2, pdfOf(50_000));
  for (const text of ["a", "b"]) {
    const file = { name: `${text}.pdf`, declaredType: "", bytes: samplePdf({ text }) };
    await attachFile(ctx, { applicationId, fieldId: "paper", file });
  }
  const { id } = await begin();
  await send(id, 0);
  const complete = () => completeUpload(ctx, { applicationId, uploadId: id });
  const ended = await Promise.all(Array.from({ length: 6 }, complete));
  expect(new Set(ended.map((one) => one.id)).size).toBe(1);
  expect(await complete()).toEqual(ended[0]);
  expect(await db.$count(attachment, eq(attachment.applicationId, applicationId))).toBe(3);
  const [row] = await db.select().from(upload).where(eq(upload.id, id));
  expect(row).toMatchObject({ attachmentId: ended[0]?.id, refusal: null });
});

test("one that is refused is refused to all who ask, with the same reason", async () => {
  const active = samplePdf({ catalog: "/OpenAction << /S /JavaScript /JS (1) >>" });
  const { ctx, applicationId, begin, send } = await uploader(db, 3, active);
  const { id } = await begin();
  await send(id, 0);
  const complete = () => completeUpload(ctx, { applicationId, uploadId: id });
  const ended = await Promise.allSettled(Array.from({ length: 4 }, complete));
  for (const one of ended) {
    expect(one).toMatchObject({ status: "rejected", reason: { reason: "file_active_content" } });
  }
  expect(await db.$count(attachment, eq(attachment.applicationId, applicationId))).toBe(0);
  expect(pieces()).toEqual([]);
});

test("completed while the candidacy is sent, a file is part of what was sent or of nothing", async () => {
  for (let round = 0; round < 6; round += 1) {
    const { ctx, applicationId, begin, send } = await uploader(db, 10 + round, pdfOf(30_000));
    const { id } = await begin();
    await send(id, 0);
    const ready = await confirmation(ctx, applicationId);
    const [completed, sent] = await Promise.allSettled([
      completeUpload(ctx, { applicationId, uploadId: id }),
      submitApplication(ctx, ready),
    ]);
    const files = await db.$count(attachment, eq(attachment.applicationId, applicationId));
    const [found] = await db
      .select()
      .from(submission)
      .where(eq(submission.applicationId, applicationId));
    const listed = found
      ? (JSON.parse(found.snapshot) as { files: unknown[] }).files.length
      : files;
    expect(listed).toBe(files);
    expect(completed.status === "fulfilled").toBe(files === 1);
    expect(sent.status === "fulfilled").toBe(found !== undefined);
    const refused = [completed, sent].filter((one) => one.status === "rejected");
    for (const { reason } of refused) expect(isAppError(reason) && reason.code).toBe("refused");
    expect(pieces()).toEqual([]);
  }
});
