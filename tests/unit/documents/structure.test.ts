import { expect, test } from "vitest";
import { pdfKinds } from "@/lib/documents/pdf-kinds";
import type { PdfViews } from "@/lib/pdf/pool";
import { renderPdf } from "@/lib/pdf/render";
import { documentViews } from "../../support/document-views";
import { type Read, readTagged, withRole } from "../pdf/read-tagged";

// What PDF/UA-1 and PDF/A-2a ask of the documents that the product issues, read back with pdf.js.
const kinds = Object.keys(pdfKinds) as (keyof PdfViews)[];
const NAMES = {
  Romanian: "Asociația Română «Ștefăniță Țăran»",
  Albanian: "Shoqata Çiljeta për shëndetin",
  Arabic: "جمعية الأمل للصحة المجتمعية",
  long: `${"Associazione per la salute di prossimità ".repeat(6)}Donaudampfschifffahrtsgesellschaft`,
} as const;
const cases = kinds.flatMap((kind) =>
  Object.entries(NAMES).map(([of, name]) => ({ kind, of, name })),
);

const known = new Map<string, ReturnType<typeof draw>>();

/** A document is drawn and read once, whatever is then asked of it. */
function read(kind: keyof PdfViews, name: string, locale: string): ReturnType<typeof draw> {
  const key = `${kind} ${locale} ${name}`;
  const found = known.get(key) ?? draw(kind, name, locale);
  known.set(key, found);
  return found;
}

async function draw(kind: keyof PdfViews, name: string, locale: string) {
  const make = pdfKinds[kind] as (view: unknown) => Parameters<typeof renderPdf>[0];
  const { bytes, pages } = await renderPdf(make(documentViews(name, locale)[kind]));
  return { raw: Buffer.from(bytes).toString("latin1"), count: pages, ...(await readTagged(bytes)) };
}

const elements = (tree: Read): Read[] => [
  tree,
  ...tree.parts.flatMap((part) => (typeof part === "string" ? [] : elements(part))),
];
const words = (node: Read): string =>
  node.parts.map((part) => (typeof part === "string" ? part : words(part))).join("");

test.each(cases)("$kind with a name, $of, is what it says it is", async ({ kind, of, name }) => {
  const locale = of === "Arabic" ? "en" : "it";
  const { raw, info, metadata, markInfo, pages, dangling } = await read(kind, name, locale);
  expect(raw.startsWith("%PDF-1.7")).toBe(true);
  expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(raw).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A<");
  expect(raw).toContain("/DisplayDocTitle true");
  expect(raw).toContain("/OutputIntents");
  expect(raw).not.toMatch(/\/(JavaScript|Launch|EmbeddedFiles|Encrypt)\b/);
  expect(markInfo).toMatchObject({ Marked: true });
  expect(info.Title).toMatch(/\S/);
  expect(metadata?.get("dc:title")).toBe(info.Title);
  // A certificate is written in Italian for everybody.
  expect(info.Language).toBe(kind === "certificate" ? "it" : locale);
  expect(dangling).toEqual([]);
  for (const { unmarked, orphans } of pages) expect([...unmarked, ...orphans]).toEqual([]);
});

test.each(cases)("$kind with a name, $of, can be heard", async ({ kind, name }) => {
  const { pages } = await read(kind, name, "it");
  const all = pages.flatMap(({ tree }) => elements(tree));

  const levels = all.flatMap(({ role }) => (/^H[1-6]$/.test(role) ? [Number(role[1])] : []));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, at) => {
    if (at > 0) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  const figures = all.filter(({ role }) => role === "Figure");
  // The code to scan; a notice has a second one, which leads to its call.
  expect(figures).toHaveLength(kind === "callNotice" ? 2 : 1);
  for (const { alt } of figures) expect(alt).toMatch(/\S/);

  for (const { tree } of pages) {
    for (const row of withRole(tree, "TR")) {
      const cells = row.parts.filter((part) => typeof part !== "string");
      expect(cells.map(({ role }) => role)).toContain("TH");
      for (const cell of cells) expect(cell.role).toMatch(/^T[HD]$/);
    }
  }
  for (const { role, parts } of all) {
    if (/^(P|H\d|LBody|TH|TD|Link)$/.test(role)) expect(words({ role, parts })).toMatch(/\S/);
  }
  const links = pages.flatMap((page) => page.links);
  expect(links.length).toBeGreaterThan(0);
  for (const { contents, url } of links) {
    expect(contents).toMatch(/\S/);
    expect(url).toMatch(/^(https|mailto):/);
  }
});

/** Those that say more than a page holds. */
const LONG: Partial<Record<string, number>> = {
  ...{ receipt: 3, callNotice: 3, applicationCopy: 2 },
  ...{ integrationRequest: 2, integrationReceipt: 2 },
};

test.each(kinds)("%s of an ordinary name is as short as it can be", async (kind) => {
  const { count } = await read(kind, NAMES.Romanian, "it");
  expect(count).toBe(LONG[kind] ?? 1);
});
