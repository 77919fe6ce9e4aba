import { mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { removeDocument } from "@/lib/calls/commands/remove-document";
import { documentsPage } from "@/lib/calls/queries/documents-page";
import { adoptSettings } from "@/lib/env";
import { somebody } from "../support/applications";
import { putDocument } from "../support/call-documents";
import { testDatabase } from "../support/database";
import { publishIn, rectifiableCall, writtenRectification } from "../support/rectify";

const files = mkdtempSync(resolve(".data", "racing-documents-"));
adoptSettings({ FILES_DIR: files });
const database = await testDatabase();
const db = scopedDatabase(database.app, "*");
afterAll(() => rmSync(files, { recursive: true, force: true }));

const titlesOf = (documents: readonly { title: string }[]) =>
  documents.map(({ title }) => title).toSorted();

test("documents put while the act is published: nothing unseen comes out, and none is lost", async () => {
  const { ctx, callId } = await rectifiableCall(await somebody(db, "Chiara"));
  const put = (title: string) => putDocument(ctx, callId, { title, words: title });
  await put("Mappa");
  const act = await writtenRectification(ctx, callId);
  const more = ["Delega", "Informativa", "Orari", "Regole", "Sedi"];
  const [published, ...added] = await Promise.allSettled([publishIn(ctx, act), ...more.map(put)]);
  expect(added.map(({ status }) => status)).toEqual(more.map(() => "fulfilled"));
  const { inForce, documents } = await documentsPage(ctx, callId);
  expect(titlesOf(documents)).toEqual([...more, "Mappa"].toSorted());
  // It was there before all of them, or they before it.
  if (published.status === "fulfilled") expect(titlesOf(inForce)).toEqual(["Mappa"]);
  else {
    expect(published.reason).toMatchObject({ code: "stale", changed: ["documents"] });
    expect(inForce).toEqual([]);
  }
});

test("one document replaced and removed at once by many: one of them, and the others are told", async () => {
  const { ctx, callId } = await rectifiableCall(await somebody(db, "Marco"));
  await putDocument(ctx, callId, { title: "Sedi", words: "Sala Rossa" });
  const [venues] = (await documentsPage(ctx, callId)).documents;
  if (!venues) throw new Error("nothing is prepared");
  const results = await Promise.allSettled([
    ...["Sala Pegaso", "Sala Verde", "Sala Blu"].map((words) =>
      putDocument(ctx, callId, { title: "Sedi", words, replaces: venues }),
    ),
    removeDocument(ctx, { callId, of: "rectification", ...venues }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    expect(result.reason).toMatchObject({ reason: "document_changed" });
  }
  const { documents } = await documentsPage(ctx, callId);
  const wasRemoved = results.at(-1)?.status === "fulfilled";
  expect(documents.map(({ id }) => id)).toEqual(wasRemoved ? [] : [venues.id]);
});
