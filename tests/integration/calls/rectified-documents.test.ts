import { mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { applicantsOfCall } from "@/lib/applications/queries/act-recipients";
import { addDocument } from "@/lib/calls/commands/add-document";
import { announceAct } from "@/lib/calls/commands/announce-act";
import { dropAct } from "@/lib/calls/commands/drop-act";
import { dropDocuments } from "@/lib/calls/commands/drop-documents";
import { removeDocument } from "@/lib/calls/commands/remove-document";
import type { CallDocument } from "@/lib/calls/core/content";
import { documentChanges, documentsIn, type ReadDocument } from "@/lib/calls/core/documents";
import { callDocument, draftDocument } from "@/lib/calls/queries/call-document";
import { callPage } from "@/lib/calls/queries/call-page";
import { callVersions } from "@/lib/calls/queries/call-versions";
import { documentsPage } from "@/lib/calls/queries/documents-page";
import { preparedDocumentsOf } from "@/lib/calls/queries/prepared-documents";
import { adoptSettings } from "@/lib/env";
import { type Applicant, completeDraft, somebody } from "../../support/applications";
import { putDocument } from "../../support/call-documents";
import { testContext } from "../../support/context";
import { testDatabase } from "../../support/database";
import { publishIn, rectifiableCall, writtenRectification } from "../../support/rectify";
import { sampleContent } from "../../support/sample-form";

const files = mkdtempSync(resolve(".data", "rectified-documents-"));
adoptSettings({ FILES_DIR: files });
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
let officer: Applicant;
beforeAll(async () => {
  officer = await somebody(db, "Chiara");
});
afterAll(() => rmSync(files, { recursive: true, force: true }));

const visitor = () => testContext(database.app, { actor: { kind: "anonymous" }, now: new Date() });
const document = (title: string, mark: string): CallDocument => ({
  ...{ id: officer.ctx.newId(), title, fileHash: mark.repeat(64) },
  ...{ mediaType: "application/pdf", size: 1000 },
});

/** A call that was published with these documents. */
async function published(documents: CallDocument[]) {
  const sheet = { ...sampleContent.sheet, audience: "Tutti", howTo: "Così", needed: "Poco" };
  const content = { ...sampleContent, documents, sheet: { ...sheet, obtained: "Un posto" } };
  const found = await rectifiableCall(officer, { content });
  const { ctx, callId } = found;
  const { rows } = await database.owner.query<{ slug: string }>(
    `with first as (insert into call_version (call_id, version, title, content, facts, form_definition_id, published_at)
       select id, version, title, content, '{}', form_definition_id, published_at from call where id = $1)
     select slug from call where id = $1`,
    [callId],
  );
  const of = { callId, of: "rectification" } as const;
  const put = (title: string, words: string, replaces?: ReadDocument) =>
    putDocument(ctx, callId, { title, words, replaces });
  return { ...found, slug: rows[0]?.slug ?? "", of, put };
}

test("it adds, replaces and removes: with the act, in its old and new, for everybody, for good", async () => {
  const [venues, form] = [document("Sedi", "a"), document("Delega", "b")];
  const { ctx, callId, slug, of, put } = await published([venues, form]);
  const applicant = await somebody(db, "Lucia");
  await completeDraft(applicant, callId);
  await put("Sedi, con gli ingressi", "Sala Pegaso", venues);
  await put("Mappa", "Come si arriva");
  await removeDocument(ctx, { ...of, ...form });

  // Nobody else sees it yet.
  const { documents: prepared } = await documentsPage(ctx, callId);
  const [after, map] = prepared;
  if (!after || !map) throw new Error("nothing is prepared");
  expect(prepared.map(({ title }) => title)).toEqual(["Sedi, con gli ingressi", "Mappa"]);
  expect((await callPage(visitor(), slug))?.content.documents).toEqual([venues, form]);
  const newFile = `${map.fileHash}.pdf`;
  await expect(callDocument(visitor(), { slug, file: newFile })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await draftDocument(ctx, { callId, file: newFile })).toMatchObject({ name: "Mappa.pdf" });
  expect(await draftDocument(ctx, { callId, file: `${form.fileHash}.pdf` })).toMatchObject({
    name: "Delega.pdf",
  });

  const { actId } = await publishIn(ctx, await writtenRectification(ctx, callId));
  const page = await callPage(visitor(), slug);
  expect(page?.content.documents).toEqual([after, map]);
  const [act] = page?.acts ?? [];
  expect(Object.keys(act?.after ?? {})).toEqual(["documents"]);
  const [old, now] = [act?.before, act?.after].map((text) => documentsIn(text?.documents ?? ""));
  expect(documentChanges(old ?? [], now ?? [])).toEqual({
    ...{ added: [map], replaced: [{ before: venues, after }], renamed: [], removed: [form] },
  });
  expect(await preparedDocumentsOf(ctx, callId)).toBeNull();

  // Each version keeps its own, and their files stay where they were.
  const found = await callVersions(visitor(), slug);
  expect(found?.versions.map(({ content }) => content.documents)).toEqual([
    [venues, form],
    [after, map],
  ]);
  for (const one of [venues, form, after, map]) {
    const opened = await callDocument(visitor(), { slug, file: `${one.fileHash}.pdf` });
    expect(opened).toMatchObject({ sha256: one.fileHash, name: `${one.title}.pdf` });
  }

  await announceAct(testContext(database.app, { seed: actId }), { actId }, [applicantsOfCall]);
  const letters = await database.owner.query(
    "select view -> 'fields' as fields from message where subject_id = $1",
    [actId],
  );
  expect(letters.rows).toEqual([{ fields: ["documents"] }]);
  const { rows } = await database.owner.query<{ action: string }>(
    "select action from audit_event where subject_id = $1 order by sequence",
    [callId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["call.documentReplaced", "call.documentAdded", "call.documentRemoved"],
    "call.act.rectification",
  ]);
});

test("what is published is what was looked at: documents that changed since are looked at again", async () => {
  const { ctx, callId, put } = await published([]);
  await put("Mappa", "Come si arriva");
  const act = await writtenRectification(ctx, callId);
  await put("Regole", "Come funzionano");
  await expect(publishIn(ctx, act)).rejects.toMatchObject({
    ...{ code: "stale", changed: ["documents"] },
  });
  const { seen = "" } = (await preparedDocumentsOf(ctx, callId)) ?? {};
  await publishIn(ctx, { ...act, documents: seen });
  expect((await documentsPage(ctx, callId)).inForce).toHaveLength(2);
});

test("a document that a colleague has replaced meanwhile is not overwritten unseen", async () => {
  const venues = document("Sedi", "a");
  const { ctx, of, put } = await published([venues]);
  await put("Sedi nuove", "Sala Pegaso", venues);
  await expect(put("Sedi diverse", "Sala Rossa", venues)).rejects.toMatchObject({
    reason: "document_changed",
  });
  await expect(removeDocument(ctx, { ...of, ...venues })).rejects.toMatchObject({
    reason: "document_changed",
  });
});

test("without a file only the title changes; as it was again, it is no change at all", async () => {
  const venues = document("Sedi", "a");
  const { ctx, callId, of } = await published([venues]);
  const rename = (title: string) =>
    addDocument(ctx, { ...of, title, file: undefined, replaces: venues });
  await expect(rename("Sedi")).rejects.toMatchObject({ reason: "file_missing" });
  await rename("Le sedi degli incontri");
  expect((await documentsPage(ctx, callId)).documents).toEqual([
    { ...venues, title: "Le sedi degli incontri" },
  ]);
  await rename("Sedi");
  expect(await preparedDocumentsOf(ctx, callId)).toBeNull();
  await expect(writtenRectification(ctx, callId)).rejects.toMatchObject({
    fields: { title: "nothing_changed" },
  });
});

test("what is put aside, alone or with its act, leaves the documents as they are", async () => {
  const venues = document("Sedi", "a");
  const { ctx, callId, of, put } = await published([venues]);
  await put("Mappa", "Come si arriva");
  await dropDocuments(ctx, { callId });
  expect((await documentsPage(ctx, callId)).documents).toEqual([venues]);
  await removeDocument(ctx, { ...of, ...venues });
  // Twice is once.
  await removeDocument(ctx, { ...of, ...venues });
  const { revision } = await writtenRectification(ctx, callId);
  await dropAct(ctx, { callId, revision });
  expect(await preparedDocumentsOf(ctx, callId)).toBeNull();
});

test("not of a call that no rectification can change, nor by others than those who publish it", async () => {
  const venues = document("Sedi", "a");
  const { ctx, callId, bodyId, of, put } = await published([venues]);
  const desk = { ...ctx, actor: { ...ctx.actor, roles: [{ bodyId, role: "desk" as const }] } };
  const elsewhere = { ...ctx, actor: { ...ctx.actor, roles: [] } };
  for (const by of [desk, elsewhere]) {
    const title = "Altro";
    await expect(addDocument(by, { ...of, title, file: undefined })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(removeDocument(by, { ...of, ...venues })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(dropDocuments(by, { callId })).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(
    addDocument(ctx, { callId, of: "draft", title: "Altro", file: undefined }),
  ).rejects.toMatchObject({ reason: "wrong_state" });

  await database.owner.query("update call set state = 'underReview' where id = $1", [callId]);
  await expect(put("Mappa", "Tardi")).rejects.toMatchObject({ reason: "wrong_state" });
  await expect(removeDocument(ctx, { ...of, ...venues })).rejects.toMatchObject({
    reason: "wrong_state",
  });
  expect(await documentsPage(ctx, callId)).toMatchObject({ documents: [venues] });
  expect((await documentsPage(ctx, callId)).of).toBeUndefined();
});
