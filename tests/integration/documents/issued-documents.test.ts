import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { renderDocument } from "@/lib/documents/commands/render-document";
import { replaceDocument } from "@/lib/documents/commands/replace-document";
import { withdrawDocument } from "@/lib/documents/commands/withdraw-document";
import { documentForCode, documentForFile, documentToDownload } from "@/lib/documents/queries";
import { fileStorage } from "@/lib/files/storage";
import { Forbidden, NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { closeThreads } from "@/lib/pdf/pool";
import { sha256 } from "@/lib/platform/digest";
import { newVerificationCode } from "@/lib/register/issue-document";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { documentViews } from "../../support/document-views";
import { issueSample, sampleBody } from "../../support/documents";

const database = await testDatabase();
const ctx = testContext(database.app, { now: new Date() });
const anybody = testContext(database.app, { actor: { kind: "anonymous" }, seed: "anybody" });
let body = "";
let other = "";

beforeAll(async () => {
  body = await sampleBody(database.owner, "valdera");
  other = await sampleBody(database.owner, "elba");
});
afterAll(closeThreads);

const holderId = "01a1fff4-d107-74c4-9532-07f0ff489aaa";
const person = (personId: string): Actor => ({
  kind: "person",
  personId,
  strength: "mailbox",
  identityLevel: "mailbox",
  organisationIds: [],
});
const staff = (bodyId: string, role: "officer" | "reviewer" | "desk"): Actor => ({
  kind: "staff",
  personId: "01a1fff4-d107-74c4-9532-07f0ff489bbb",
  roles: [{ bodyId, role }],
});
const as = (actor: Actor) => testContext(database.app, { actor, seed: "as" });
const staffOf = (bodyId: string) =>
  testContext(database.app, { actor: staff(bodyId, "officer"), scope: [bodyId], seed: "staff" });

async function fileOf(id: string) {
  const { rows } = await database.owner.query(
    "select file_hash, file_size, pages, rendered_at from issued_document where id = $1",
    [id],
  );
  return rows[0];
}

test("many workers that draw at once leave one file, which verifies", async () => {
  const { id, code } = await issueSample(ctx, { bodyId: body });
  expect((await documentForCode(anybody, code))?.fileHash).toBeNull();
  await Promise.all([1, 2, 3].map(() => renderDocument({ documentId: id }, { ctx })));
  const first = await fileOf(id);
  await renderDocument({ documentId: id }, { ctx });
  expect(await fileOf(id)).toEqual(first);
  const stream = await fileStorage().open(first.file_hash);
  const bytes = Buffer.concat(await Array.fromAsync(stream ?? []));
  expect(sha256(bytes)).toBe(first.file_hash);
  expect(bytes.length).toBe(first.file_size);
  expect(first.pages).toBeGreaterThan(0);
  const { rows } = await database.owner.query(
    "select size::int from file_object where sha256 = $1",
    [first.file_hash],
  );
  expect(rows).toEqual([{ size: bytes.length }]);
  expect((await documentForFile(anybody, first.file_hash))?.code).toBe(code);
  expect(await documentForFile(anybody, sha256("other"))).toBeUndefined();
  expect(await documentForFile(anybody, "' or true --")).toBeUndefined();
});

test("verification takes a code as people type it and tells nothing about people", async () => {
  const { code } = await issueSample(ctx, { bodyId: body, kind: "certificate" });
  const sloppy = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `;
  const found = await documentForCode(anybody, sloppy);
  expect(found).toMatchObject({ state: "valid", kind: "certificate", bodyName: "SdS valdera" });
  expect(JSON.stringify(found)).not.toContain("Passaparola");
  expect(JSON.stringify(found)).not.toContain("Lucia");
  expect(await documentForCode(anybody, "0000-0000-0000-1")).toBeUndefined();
});

test("only the holder and the staff of the body download it; others find nothing", async () => {
  const { id } = await issueSample(ctx, { bodyId: body, holderId });
  for (const actor of [person(holderId), staff(body, "officer"), staff(body, "desk")]) {
    expect(await documentToDownload(as(actor), id)).toMatchObject({
      file: null,
      name: "Ricevuta VAL-2026-0042.pdf",
    });
  }
  const strangers = [
    person("01a1fff4-d107-74c4-9532-07f0ff489ccc"),
    staff(other, "officer"),
    staff(body, "reviewer"),
  ];
  for (const actor of strangers) {
    await expect(documentToDownload(as(actor), id)).rejects.toThrow(NotFound);
    await expect(documentToDownload(as(actor), ctx.newId())).rejects.toThrow(NotFound);
  }
  await expect(documentToDownload(anybody, id)).rejects.toThrow(Unauthenticated);
  await expect(documentToDownload(anybody, "none")).rejects.toThrow(Unauthenticated);
  await expect(documentToDownload(as(person(holderId)), "../etc")).rejects.toThrow(NotFound);
});

test("withdrawing needs the right, happens once, is told and recorded", async () => {
  const { id, code } = await issueSample(ctx, { bodyId: body, holderId });
  const input = { documentId: id, reason: "Rilasciato per errore" };
  await expect(withdrawDocument(as(person(holderId)), input)).rejects.toThrow(Forbidden);
  await expect(withdrawDocument(staffOf(other), input)).rejects.toThrow(NotFound);
  await withdrawDocument(staffOf(body), input);
  expect(await documentForCode(anybody, code)).toMatchObject({
    state: "withdrawn",
    stateReason: "Rilasciato per errore",
  });
  await expect(withdrawDocument(staffOf(body), input)).rejects.toThrow(Refused);
  const { rows } = await database.owner.query(
    "select action from audit_event where subject_id = $1",
    [id],
  );
  expect(rows).toEqual([{ action: "document.withdraw" }]);
});

test("a corrected document takes the place of another, with the reason", async () => {
  const old = await issueSample(ctx, { bodyId: body, holderId });
  const [id, code] = [ctx.newId(), newVerificationCode(ctx)];
  const { receipt: view } = documentViews("Nome corretto");
  const input = {
    documentId: old.id,
    reason: "Nome corretto",
    replacement: { id, code, view, dataDigest: null, issuedAt: "2026-11-26T08:00:00.000001Z" },
  };
  await expect(replaceDocument(as(person(holderId)), input)).rejects.toThrow(Forbidden);
  await replaceDocument(staffOf(body), input);
  expect(await documentForCode(anybody, old.code)).toMatchObject({
    state: "replaced",
    stateReason: "Nome corretto",
  });
  expect((await documentForCode(anybody, code))?.state).toBe("valid");
  await expect(replaceDocument(staffOf(body), input)).rejects.toThrow(Refused);
});

test("the receipt of a second submission replaces the first by itself", async () => {
  const subjectId = ctx.newId();
  const first = await issueSample(ctx, { bodyId: body, subjectId });
  const letter = await issueSample(ctx, { bodyId: body, subjectId, kind: "decisionLetter" });
  const second = await issueSample(ctx, { bodyId: body, subjectId });
  expect((await documentForCode(anybody, first.code))?.state).toBe("replaced");
  expect((await documentForCode(anybody, second.code))?.state).toBe("valid");
  expect((await documentForCode(anybody, letter.code))?.state).toBe("valid");
});
