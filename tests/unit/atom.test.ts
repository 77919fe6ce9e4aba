import fc from "fast-check";
import { expect, test } from "vitest";
import { readShortCode, shortCode } from "@/lib/calls/core/short-code";
import { type AtomFeed, writeAtom } from "@/lib/kernel/atom";

const at = new Date("2026-11-25T17:20:00Z");
const feedOf = (text: string): AtomFeed => ({
  ...{ id: "https://cantieri.example.it/avvisi.atom?q=a&tema=b", title: text, subtitle: text },
  ...{ language: "it", updated: at, author: text, link: "https://cantieri.example.it/avvisi" },
  entries: [
    {
      ...{
        id: "urn:uuid:01a1fff4-da24-74c4-9532-07f0ff4891c0",
        title: text,
        summary: text,
        author: text,
      },
      ...{ link: "https://cantieri.example.it/avvisi/uno", published: at, updated: at },
      categories: [text],
    },
  ],
});

test("a feed has what RFC 4287 asks of a feed and of each entry, once", () => {
  const text = writeAtom(feedOf("Parità & <b>accesso</b>"));
  expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it">');
  expect(text).toContain("<title>Parità &amp; &lt;b&gt;accesso&lt;/b&gt;</title>");
  expect(text).toContain('href="https://cantieri.example.it/avvisi.atom?q=a&amp;tema=b"');
  const [head = "", entry = ""] = text.split("<entry>");
  for (const part of ["id", "title", "updated", "author"]) {
    expect(head.split(`<${part}>`)).toHaveLength(2);
    expect(entry.split(`<${part}>`)).toHaveLength(2);
  }
});

test("no text breaks out of its element, and none holds what XML cannot", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("]]>", "</title><script>", "\u0000\u0008\ufffe", "\ud800", '" x="'),
  );
  fc.assert(
    fc.property(hostile, (given) => {
      const text = writeAtom(feedOf(given));
      const skeleton = (xml: string) => [...xml.matchAll(/<[^>]*>/g)].length;
      expect(skeleton(text)).toBe(skeleton(writeAtom(feedOf("x"))));
      expect(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)).toBe(false);
    }),
  );
});

test("a short code is read as people type it, and as nothing else", () => {
  expect(shortCode("COE", "2026/7")).toBe("COE-2026-7");
  for (const typed of ["COE-2026-7", "coe-2026-7", " coe 2026/007 "]) {
    expect(readShortCode(typed)).toEqual({ body: "COE", code: "2026/7" });
  }
  for (const typed of ["", "2026-7", "COE-26-7", "COE-2026-7'--", "../../x"]) {
    expect(readShortCode(typed)).toBeUndefined();
  }
});
