import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actRecord } from "@/lib/calls/core/act-record";
import type { CallDocument } from "@/lib/calls/core/content";
import {
  documentChanges,
  documentsIn,
  documentsText,
  mayPutDocument,
  mayRemoveDocument,
  withDocument,
} from "@/lib/calls/core/documents";
import { CALL_STATES } from "@/lib/calls/core/states";
import { documentsAreOf } from "@/lib/calls/core/writable-documents";
import { call, decide, inTime, late } from "../../support/act-call";

const document = (id: number, file: number, title = `Documento ${id}`): CallDocument => ({
  ...{ id: `id-${id}`, title, fileHash: `file-${file}`, mediaType: "application/pdf", size: 1000 },
});
const [notice, delegation] = [document(1, 1, "Avviso"), document(2, 2, "Delega")];
const replaced = { ...notice, fileHash: "file-9" };

describe("the documents of a call", () => {
  test.each([
    [inTime, { draft: "draft", published: "rectification", suspended: "rectification" }],
    [late, { draft: "draft", published: "rectification", suspended: "rectification" }],
  ])("at %s are written for the draft or for a rectification, else they stay", (at, written) => {
    const found = CALL_STATES.flatMap((state) => {
      const of = documentsAreOf({ ...call, state }, at);
      return of ? [[state, of]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(written);
  });

  test("are not those of an act before the call is public: it goes back to its draft", () => {
    const later = { ...call, publishedAt: new Date("2026-11-21T09:00:00Z") };
    expect(documentsAreOf(later, inTime)).toBeUndefined();
  });

  test("are twenty at most, each with a title, each file once", () => {
    const twenty = Array.from({ length: 20 }, (_, at) => document(at, at));
    const [first] = twenty;
    const put = (title: string, more = {}) => mayPutDocument(twenty, { title, ...more });
    expect(put("")).toBe("title_missing");
    expect(put("a".repeat(161))).toBe("title_too_long");
    expect(put("Uno di troppo", { fileHash: "file-50" })).toBe("too_many_files");
    expect(put("Altro titolo", { fileHash: "file-3" })).toBeUndefined();
    expect(put("Altro file", { fileHash: "file-50", replaces: first })).toBeUndefined();
    expect(put("Altro titolo", { fileHash: "file-0", replaces: first })).toBeUndefined();
    expect(put("Il file di un altro", { fileHash: "file-3", replaces: first })).toBe(
      "document_there",
    );
  });

  test("which somebody else has replaced meanwhile is neither replaced nor removed unseen", () => {
    const now = [replaced, delegation];
    expect(mayPutDocument(now, { title: "Avviso", replaces: notice })).toBe("document_changed");
    expect(mayPutDocument([delegation], { title: "Avviso", replaces: notice })).toBe(
      "document_changed",
    );
    expect(mayRemoveDocument(now, notice)).toEqual({ ok: false, reason: "document_changed" });
    expect(mayRemoveDocument([delegation], notice)).toEqual({ ok: true });
  });
});

describe("a rectification of documents", () => {
  const content = { ...call.content, documents: [notice, delegation] };
  const of = { ...call, content };
  const rectify = (documents: CallDocument[] | null) =>
    decide(of, "rectification", { rectified: of }, { documents });

  test("is an act by itself, and keeps the old ones and the new ones whole", () => {
    const verdict = rectify([replaced]);
    if (!verdict.ok) throw new Error(verdict.reason);
    const given = { scope: "all", until: "" } as Parameters<typeof actRecord>[2];
    const { before, after } = actRecord(of, "rectification", given, verdict.patch);
    expect(Object.keys(after)).toEqual(["documents"]);
    expect(documentsIn(before.documents ?? "")).toEqual([notice, delegation]);
    expect(documentsIn(after.documents ?? "")).toEqual([replaced]);
  });

  test("that leaves them as they are changes nothing, in whatever order they stand", () => {
    for (const same of [null, [delegation, notice]]) {
      expect(rectify(same)).toEqual({ ok: false, field: "title", reason: "nothing_changed" });
    }
  });
});

describe("any run of changes", () => {
  const steps = fc.array(
    fc.record({
      kind: fc.constantFrom("add", "replace", "remove"),
      which: fc.nat({ max: 5 }),
      file: fc.nat({ max: 8 }),
      title: fc.constantFrom("Avviso", "Delega", "Sedi"),
    }),
    { maxLength: 30 },
  );
  const inForce = [document(1, 1), document(2, 2), document(3, 3)];
  let made = 100;
  const after = (run: typeof steps extends fc.Arbitrary<infer Run> ? Run : never) =>
    run.reduce<CallDocument[]>((documents, { kind, which, file, title }) => {
      const chosen = documents[which];
      if (kind === "remove") return documents.filter((one) => one !== chosen);
      if (kind === "replace" && !chosen) return documents;
      const replaces = kind === "replace" ? chosen : undefined;
      const fileHash = `file-${file}`;
      if (mayPutDocument(documents, { title, fileHash, replaces })) return documents;
      made += 1;
      const put = { ...document(made, file, title), ...(replaces && { id: replaces.id }) };
      return withDocument(documents, inForce, put);
    }, inForce);

  test("keeps ids and files apart, and what it changed tells all of it", () => {
    fc.assert(
      fc.property(steps, (run) => {
        const documents = after(run);
        expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
        expect(new Set(documents.map(({ fileHash }) => fileHash)).size).toBe(documents.length);
        expect(documentsIn(documentsText(documents)).map(({ id }) => id)).toEqual(
          documents.map(({ id }) => id).toSorted(),
        );
        const { added, removed, replaced: other, renamed } = documentChanges(inForce, documents);
        expect(inForce.length - removed.length + added.length).toBe(documents.length);
        const told = added.length + removed.length + other.length + renamed.length;
        expect(told === 0).toBe(documentsText(documents) === documentsText(inForce));
      }),
      { numRuns: 500 },
    );
  });

  test("a file that went with one act and came back with another is no new document", () => {
    const [first, ...rest] = inForce;
    const back = [...rest, { ...document(50, 1), title: first?.title ?? "" }];
    expect(documentChanges(inForce, back)).toEqual({
      ...{ added: [], replaced: [], renamed: [], removed: [] },
    });
  });
});
