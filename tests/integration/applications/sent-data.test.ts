import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import canonicalize from "canonicalize";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { ReceiptView } from "@/lib/applications/core/receipt-view";
import { sentData } from "@/lib/applications/queries/sent-data";
import { inheritedEnvironment } from "@/lib/env";
import {
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "../../support/applications";
import { testDatabase } from "../../support/database";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
const run = promisify(execFile);

/** Apostrophes, a comma below, Arabic, four bytes, a mark that turns the reading, a line break. */
const WORDS = "L'ora d'aria, ț ă 中 شباب 🌱 \u202eabc\u202c\n«fine» \u2028 \\ \"x\"";

let file: string;
let folder: string;
let onReceipt: string;
let applicationId: string;
const applicant = await somebody(db);

beforeAll(async () => {
  const { callId } = await openCall(applicant.ctx);
  applicationId = await completeDraft(applicant, callId, { code: bodyCode(77), why: WORDS });
  await submitApplication(applicant.ctx, await confirmation(applicant.ctx, applicationId));
  const { rows } = await database.owner.query<{ view: ReceiptView }>(
    "select view from issued_document where subject_id = $1 and kind = 'receipt'",
    [applicationId],
  );
  onReceipt = rows[0]?.view.digest ?? "";
  folder = await mkdtemp(join(tmpdir(), "receipt-"));
  const { name, text } = await sentData(applicant.ctx, applicationId);
  expect(name).toMatch(/^[A-Z0-9-]+\.json$/);
  file = join(folder, name);
  await writeFile(file, text);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The commands of the documentation, as they stand there. */
async function documented(language: string): Promise<string> {
  const guide = await readFile("docs/verify-a-receipt.md", "utf8");
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1];
  if (!block) throw new Error(`the guide has no ${language}`);
  return block;
}

test("the documented command gives the digest of the receipt", async () => {
  expect(onReceipt).toMatch(/^[0-9a-f]{64}$/);
  const command = await documented("sh");
  const { stdout } = await run("sh", ["-c", command], {
    env: { ...inheritedEnvironment(), FILE: file },
  });
  expect(stdout.slice(0, 64)).toBe(onReceipt);
});

test("a copy that was indented is brought back by somebody else's RFC 8785", async () => {
  const data = JSON.parse(await readFile(file, "utf8"));
  const own = await readFile(file, "utf8");
  expect(canonicalize(JSON.parse(JSON.stringify(data, null, 2)))).toBe(own);
  expect(data.answers.answers.why).toBe(WORDS);
});

test("the documented script in another language gives it too", async () => {
  const python = await run("python3", ["--version"]).catch(() => undefined);
  // Where there is none, openssl or perl is: one of them re-computes it on any machine.
  if (!python) {
    const { stdout } = await run("openssl", ["dgst", "-sha256", "-r", file]);
    expect(stdout.slice(0, 64)).toBe(onReceipt);
    return;
  }
  const script = join(folder, "check.py");
  await writeFile(script, await documented("python"));
  const indented = join(folder, "indented.json");
  await writeFile(indented, JSON.stringify(JSON.parse(await readFile(file, "utf8")), null, 2));
  for (const given of [file, indented]) {
    const { stdout } = await run("python3", [script, given]);
    expect(stdout.trim()).toBe(onReceipt);
  }
});

test("one character more and it is another", async () => {
  const spoilt = join(folder, "spoilt.json");
  await writeFile(spoilt, `${await readFile(file, "utf8")}\n`);
  const { stdout } = await run("sha256sum", [spoilt]);
  expect(stdout.slice(0, 64)).not.toBe(onReceipt);
});

test("nobody else gets them, and nobody gets what was never sent", async () => {
  const other = await somebody(db, "Altra");
  await expect(sentData(other.ctx, applicationId)).rejects.toMatchObject({ code: "not_found" });
  const { callId } = await openCall(applicant.ctx);
  const draft = await completeDraft(applicant, callId, { code: bodyCode(78) });
  await expect(sentData(applicant.ctx, draft)).rejects.toMatchObject({ code: "not_found" });
});
