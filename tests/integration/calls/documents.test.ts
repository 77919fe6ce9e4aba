import { mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { addDocument } from "@/lib/calls/commands/add-document";
import { copyCall } from "@/lib/calls/commands/copy-call";
import { publishCall } from "@/lib/calls/commands/publish-call";
import { removeDocument } from "@/lib/calls/commands/remove-document";
import { saveCall } from "@/lib/calls/commands/save-call";
import { documentsHandler } from "@/lib/calls/handlers/documents";
import { callDocument, draftDocument } from "@/lib/calls/queries/call-document";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { callPage } from "@/lib/calls/queries/call-page";
import type { Ctx } from "@/lib/context";
import { adoptSettings, env } from "@/lib/env";
import { collectFiles } from "@/lib/files/collect-files";
import { fileResponse } from "@/lib/files/file-response";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { testContext } from "../../support/context";
import { copiesFor } from "../../support/copies";
import { testDatabase } from "../../support/database";
import { coeso, completeDraft, officerContext, seedOfficers, valdera } from "../../support/drafts";
import { FakeClamd } from "../../support/fake-clamd";
import { samplePdf } from "../../support/sample-files";

const files = mkdtempSync(resolve(".data", "call-documents-"));
adoptSettings({ FILES_DIR: files });
const database = await testDatabase();
let ctx: Ctx;
let stranger: Ctx;
const visitor = testContext(database.app, { actor: { kind: "anonymous" } });

beforeAll(async () => {
  await seedOfficers(database.owner);
  ctx = officerContext(database.app, coeso);
  stranger = officerContext(database.app, valdera);
});
afterEach(() => adoptSettings({ CLAMD_URL: "" }));
afterAll(() => rmSync(files, { recursive: true, force: true }));

const pdf = (words: string, name = "atto.pdf") => ({
  ...{ name, declaredType: "application/pdf", bytes: samplePdf({ text: words }) },
});
const documentsOf = async (callId: string) => (await callEditor(ctx, callId)).content.documents;

test("a document of a draft is its writers' alone; published, everybody opens it, for good", async () => {
  const draft = await completeDraft(ctx, coeso);
  const { callId, slug } = draft;
  const draftOf = { callId, of: "draft" } as const;
  const add = (by: Ctx, title: string, words: string) =>
    addDocument(by, { ...draftOf, title, file: pdf(words) });
  await add(ctx, " Avviso completo ", "Determina n. 104");
  await add(ctx, "Informativa", "Informativa");
  const [act, notice] = await documentsOf(callId);
  if (!act || !notice) throw new Error("no documents");
  expect(act).toMatchObject({ title: "Avviso completo", mediaType: "application/pdf" });
  const file = `${act.fileHash}.pdf`;
  expect(await draftDocument(ctx, { callId, file })).toMatchObject({ name: "Avviso completo.pdf" });
  for (const refused of [
    () => draftDocument(stranger, { callId, file }),
    () => callDocument(visitor, { slug, file }),
    () => add(stranger, "Altro", "altro"),
    () => removeDocument(stranger, { ...draftOf, ...act }),
  ]) {
    await expect(refused()).rejects.toMatchObject({ code: "not_found" });
  }

  // Saving the texts leaves them as they are.
  const { revision } = await callEditor(ctx, callId);
  const saved = await saveCall(ctx, { ...draft, revision });
  await removeDocument(ctx, { ...draftOf, ...notice });
  const now = await callEditor(ctx, callId);
  expect(now.revision).toBe(saved.revision + 1);
  await publishCall(ctx, { callId, revision: now.revision, overrideReason: "" });

  const page = await callPage(visitor, slug);
  expect(page?.content.documents).toEqual([act]);
  const opened = await callDocument(visitor, { slug, file });
  // Nobody clears what the texts of a call name.
  await collectFiles(
    testContext(database.app, {
      actor: { kind: "system", job: "collect-files" },
      now: new Date(visitor.now.getTime() + 40 * 86_400_000),
    }),
  );
  const answer = await fileResponse(opened);
  expect(answer?.headers.get("content-disposition")).toContain('filename="Avviso completo.pdf"');
  expect(await answer?.text()).toContain("Determina n. 104");
  const { rows } = await database.owner.query(
    "select content -> 'documents' as documents from call_version where call_id = $1",
    [callId],
  );
  expect(rows).toEqual([{ documents: [act] }]);
  for (const late of [
    () => add(ctx, "Dopo", "dopo"),
    () => removeDocument(ctx, { ...draftOf, ...act }),
  ]) {
    await expect(late()).rejects.toMatchObject({ reason: "wrong_state" });
  }
  await expect(
    callDocument(visitor, { slug, file: `${notice.fileHash}.pdf` }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("what is no document is refused with its reason, and changes nothing", async () => {
  const { callId } = await completeDraft(ctx, coeso);
  const add = (title: string, file: ReturnType<typeof pdf> | undefined) =>
    addDocument(ctx, { callId, of: "draft", title, file });
  const script = { catalog: "/OpenAction << /S /JavaScript /JS (1) >>" };
  const cases: [string, string, ReturnType<typeof pdf> | undefined][] = [
    ["title_missing", "  ", pdf("senza titolo")],
    ["title_too_long", "a".repeat(10_000), pdf("lungo")],
    ["file_missing", "Atto", undefined],
    ["file_type_not_allowed", "Atto", pdf("x", "atto.html")],
    ["file_active_content", "Atto", { ...pdf("x"), bytes: samplePdf(script) }],
    ["file_name_hostile", "Atto", pdf("x", "delega\u202Efdp.exe.pdf")],
  ];
  for (const [reason, title, file] of cases) {
    await expect(add(title, file)).rejects.toMatchObject({ reason });
  }
  expect(await documentsOf(callId)).toEqual([]);
});

test("what the scanner has not judged is not taken: everybody would open it", async () => {
  const clamd = await FakeClamd.down();
  await clamd.start();
  adoptSettings({ CLAMD_URL: clamd.url });
  const { callId } = await completeDraft(ctx, coeso);
  const add = (words: string) =>
    addDocument(ctx, { callId, of: "draft", title: "Atto", file: pdf(words) });
  await expect(add("VIRUS")).rejects.toMatchObject({ reason: "file_infected" });
  await add("pulito");
  await clamd.stop();
  await expect(add("più tardi")).rejects.toMatchObject({ reason: "scanner_away" });
  expect(await documentsOf(callId)).toHaveLength(1);
});

test("the same file again only gets another title; copies for other bodies have none", async () => {
  const { callId } = await completeDraft(ctx, coeso);
  for (const title of ["Atto", "Avviso completo"]) {
    await addDocument(ctx, { callId, of: "draft", title, file: pdf("lo stesso") });
  }
  expect((await documentsOf(callId)).map(({ title }) => title)).toEqual(["Avviso completo"]);
  await copyCall(ctx, copiesFor(callId, [coeso]));
  const { rows } = await database.owner.query(
    "select content -> 'documents' as documents from call where set_id is not null",
  );
  expect(rows).toEqual([{ documents: [] }]);
});

test("who sends a document after the session has ended gets its title back, in any language", async () => {
  const { callId } = await completeDraft(ctx, coeso);
  for (const [locale, said] of [
    ["it", "La tua sessione è finita"],
    ["en", "Your session has ended"],
  ] as const) {
    const form = new FormData();
    form.set("of", "draft");
    form.set("title", "Avviso completo & allegati");
    form.set("document", new Blob([new Uint8Array(samplePdf())], { type: "application/pdf" }), "a");
    const address = `${env().APP_ORIGIN}${addressIn(locale, routes.staffAddDocument(callId))}`;
    const request = new Request(address, {
      ...{ method: "POST", body: form },
      headers: { "sec-fetch-site": "same-origin", accept: "text/html" },
    });
    const answer = await documentsHandler(request, {
      params: Promise.resolve({ locale, id: callId }),
    });
    const page = await answer.text();
    expect(answer.status).toBe(401);
    expect(page).toContain(said);
    expect(page).toContain(`href="${addressIn(locale, routes.staffSignIn())}" target="_blank"`);
    expect(page).toContain('value="Avviso completo &#38; allegati"');
  }
});
