import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { scopedDatabase } from "@/db/client";
import { issuedDocument } from "@/db/schema/register";
import { attachFile } from "@/lib/applications/commands/attach-file";
import { exportOwnData } from "@/lib/applications/commands/export-own-data";
import { keepMessage } from "@/lib/applications/commands/keep-message";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { fileStorage } from "@/lib/files/storage";
import { storeContent } from "@/lib/files/store-file";
import { closeThreads } from "@/lib/pdf/pool";
import { sha256 } from "@/lib/platform/digest";
import { completeDraft, openCall, somebody } from "../../support/applications";
import { archiveWords, filesOf, ownArchive } from "../../support/archives";
import { testDatabase } from "../../support/database";
import { answer, asked, write } from "../../support/integrations";
import { manyApplications } from "../../support/many-applications";
import { samplePdf } from "../../support/sample-files";

const folder = mkdtempSync(join(tmpdir(), "cantieri-archive-"));
vi.stubEnv("FILES_DIR", join(folder, "files"));
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const run = promisify(execFile);
afterAll(async () => {
  await closeThreads();
  rmSync(folder, { recursive: true, force: true });
});

const pdf = (text: string, name = text) => ({
  name: `${name}.pdf`,
  declaredType: "application/pdf",
  bytes: samplePdf({ text }),
});

/** Checks all sums of an archive by the program that everybody has. */
async function checkSums(files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const out = mkdtempSync(join(folder, "out-"));
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), bytes);
  }
  const { stdout } = await run("sha256sum", ["--strict", "-c", "SHA256SUMS"], { cwd: out });
  return stdout;
}

test("holds receipts and files beside the data, each with a sum that sha256sum accepts", async () => {
  const { applicationId, applicant } = await asked(database.app);
  for (const text of ["la prima", "la seconda"]) {
    await attachFile(applicant, { applicationId, fieldId: "paper", file: pdf(text, "Delega") });
  }
  await write(applicant, applicationId, { why: "Per «ascoltare»" });
  const second = await answer(applicant, applicationId);
  const message = { applicationId, text: "Ecco", seen: 0 };
  await sendMessage(applicant, { ...message, key: "a", file: pdf("verbale") });
  await keepMessage(applicant, { ...message, key: "b", file: pdf("da finire") });
  await sendMessage(applicant, { ...message, key: "c", file: pdf("un virus", "virus") });
  await database.owner.query("update thread_file set state = 'infected' where name = 'virus.pdf'");
  await renderDocument({ documentId: second.receiptId }, { ctx: applicant });
  const other = await somebody(db, "Altra");
  const { callId } = await openCall(other.ctx);
  const theirs = await completeDraft(other, callId, { track: "citizen" });
  await attachFile(other.ctx, { applicationId: theirs, fieldId: "paper", file: pdf("altrui") });

  const files = await ownArchive(applicant);
  const code = /candidature\/([^/]+)\//.exec([...files.keys()].join("\n"))?.[1] ?? "";
  const own = `candidature/${code}`;
  expect([...files.keys()]).toEqual([
    ...["leggimi.txt", "dati.json", `${own}/${code}.json`, `${own}/${code}-2.json`],
    `documenti/Ricevuta dell’integrazione ${code}.pdf`,
    ...[`${own}/allegati/Delega.pdf`, `${own}/allegati/Delega (2).pdf`],
    ...[`${own}/messaggi/verbale.pdf`, `${own}/messaggi/da finire.pdf`, "SHA256SUMS"],
  ]);
  expect(sha256(files.get(`${own}/${code}-2.json`) ?? "")).toBe(second.digest);
  expect(files.get(`${own}/allegati/Delega (2).pdf`)).toEqual(samplePdf({ text: "la seconda" }));
  const [issued] = await db
    .select({ hash: issuedDocument.fileHash })
    .from(issuedDocument)
    .where(eq(issuedDocument.id, second.receiptId));
  expect(sha256(files.get(`documenti/Ricevuta dell’integrazione ${code}.pdf`) ?? "")).toBe(
    issued?.hash,
  );
  expect(JSON.parse(String(files.get("dati.json"))).integrations).toMatchObject([
    { state: "answered", items: [{ field: "why" }, { field: "paper" }] },
  ]);
  const checked = await checkSums(files);
  expect(checked.trim().split("\n")).toHaveLength(files.size - 1);
  expect(checked).not.toMatch(/FAILED/);
  files.set("dati.json", Buffer.from("{}"));
  await expect(checkSums(files)).rejects.toMatchObject({ stdout: expect.stringMatching(/FAILED/) });
});

test("of 500 applications it opens one file at a time, as the reader takes them; what is lost is named", async () => {
  const { ctx, personId } = await somebody(db, "Molti");
  const { callId } = await openCall(ctx);
  await manyApplications(database.owner, callId, 500, "Molte-");
  const bytes = Buffer.alloc(200_000, 7);
  const content = { sha256: sha256(bytes), bytes, mediaType: "application/pdf" };
  await storeContent(ctx, content, "attachment");
  await database.owner.query(
    `insert into file_object (sha256, size, media_type, stored_at)
     values (repeat('0', 64), 1, 'application/pdf', now())`,
  );
  await database.owner.query(
    `with mine as (update application set person_id = $1 where code like 'Molte-%' returning id, code)
     insert into attachment (id, application_id, field_id, file_hash, name, state, uploaded_by, created_at)
     select gen_random_uuid(), mine.id, 'paper', file.hash, file.name, 'clean', $1, now()
     from mine join (values ('%', $2, 'foto.pdf'), ('Molte-7', repeat('0', 64), 'perso.pdf'))
       file (code, hash, name) on mine.code like file.code`,
    [personId, content.sha256],
  );
  const open = vi.spyOn(fileStorage(), "open");
  let taken = 0;
  const parts = (async function* () {
    for await (const part of await exportOwnData(ctx, archiveWords)) {
      expect(open.mock.calls.length).toBeLessThanOrEqual(2 + taken / bytes.length);
      taken += part.length;
      yield part;
    }
  })();
  const files = await filesOf(parts);
  expect(open).toHaveBeenCalledTimes(501);
  const photos = [...files.keys()].filter((name) => name.endsWith("/allegati/foto.pdf"));
  expect(photos).toHaveLength(500);
  expect(String(files.get("file-mancanti.txt"))).toMatch(
    /^Non si trovano:\n\n0{64} {2}.*perso.pdf/,
  );
});
