import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { removeFile } from "@/lib/applications/commands/remove-file";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { collectFiles } from "@/lib/files/collect-files";
import { fileStorage } from "@/lib/files/storage";
import { storeContent } from "@/lib/files/store-file";
import { closeThreads } from "@/lib/pdf/pool";
import { sha256 } from "@/lib/platform/digest";
import { bodyCode, completeDraft, openCall, somebody } from "../../support/applications";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { issueSample, sampleBody } from "../../support/documents";
import { samplePdf } from "../../support/sample-files";

const folder = mkdtempSync(join(tmpdir(), "cantieri-collect-"));
vi.stubEnv("FILES_DIR", folder);
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(async () => {
  await closeThreads();
  rmSync(folder, { recursive: true, force: true });
});

const HOUR = 3_600_000;
const inHours = (hours: number) =>
  testContext(database.app, { now: new Date(Date.now() + hours * HOUR) });

const contentOf = (text: string) => {
  const bytes = Buffer.from(text);
  return { sha256: sha256(bytes), bytes, mediaType: "text/plain" };
};

/** Digests in the storage and in its table. */
async function kept(): Promise<{ stored: string[]; rows: string[] }> {
  const stored = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split("/").at(-1) ?? "");
  const { rows } = await database.owner.query<{ sha256: string }>("select sha256 from file_object");
  return { stored: stored.toSorted(), rows: rows.map((row) => row.sha256).toSorted() };
}

async function draft(number: number) {
  const applicant = await somebody(db);
  const { callId } = await openCall(applicant.ctx);
  const id = await completeDraft(applicant, callId, { code: bodyCode(number) });
  const attach = (text: string) => {
    const file = { name: "f.pdf", declaredType: "application/pdf", bytes: samplePdf({ text }) };
    return attachFile(applicant.ctx, { applicationId: id, fieldId: "paper", file });
  };
  return { ...applicant, id, attach };
}

test("what nothing names is cleared a day later; what an attachment, a document or a text names stays", async () => {
  const { ctx, id, attach } = await draft(1);
  const stays = await attach("resta");
  const taken = await attach("tolto");
  await removeFile(ctx, { applicationId: id, attachmentId: taken.id });
  const document = await issueSample(ctx, {
    bodyId: await sampleBody(database.owner, "raccolta"),
  });
  await renderDocument({ documentId: document.id }, { ctx });
  // Died between the content and its attachment.
  const orphan = contentOf("caduto");
  await storeContent(ctx, orphan, "attachment");
  // Also when somebody had sent the same one as an attachment.
  const named = contentOf("nel testo di un avviso");
  await storeContent(ctx, named, "content");
  await storeContent(ctx, named, "attachment");

  expect(await collectFiles(inHours(23))).toEqual({ collected: 0 });
  const before = await kept();
  expect(before.stored).toEqual(before.rows);
  expect(await collectFiles(inHours(25))).toEqual({ collected: 2 });
  const after = await kept();
  const cleared = [taken.sha256, orphan.sha256];
  expect(after.rows).toEqual(before.rows.filter((one) => !cleared.includes(one)));
  expect(after.stored).toEqual(after.rows);
  expect(after.rows).toContain(stays.sha256);
  expect(await collectFiles(inHours(25))).toEqual({ collected: 0 });
});

test("a writing that was broken off long ago is swept, one that goes on is not", async () => {
  const [old, young] = ["old", "young"].map((name) => join(folder, "arriving", name));
  if (!old || !young) throw new Error("no names");
  for (const path of [old, young]) writeFileSync(path, "half");
  const longAgo = new Date(Date.now() - 30 * HOUR);
  utimesSync(old, longAgo, longAgo);
  await collectFiles(inHours(0));
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  rmSync(young);
});

test("an upload of a content that is just being cleared has it in the end", async () => {
  const { attach, ctx, id } = await draft(2);
  const first = await attach("di nuovo");
  await removeFile(ctx, { applicationId: id, attachmentId: first.id });
  const remove = fileStorage().remove.bind(fileStorage());
  let again: ReturnType<typeof attach> | undefined;
  // The same file arrives when its old row is deleted and its content not yet.
  const spy = vi.spyOn(fileStorage(), "remove").mockImplementation(async (hash) => {
    again = attach("di nuovo");
    again.catch(() => undefined);
    await expect
      .poll(async () => {
        const { rows } = await database.app.query(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        );
        return rows.length;
      })
      .toBe(1);
    await remove(hash);
  });
  expect(await collectFiles(inHours(25))).toEqual({ collected: 1 });
  spy.mockRestore();
  expect((await again)?.sha256).toBe(first.sha256);
  const { stored, rows } = await kept();
  expect(rows).toContain(first.sha256);
  expect(stored).toEqual(rows);
});
