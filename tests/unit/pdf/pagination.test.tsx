import layOut from "@react-pdf/layout";
import renderUntagged from "@react-pdf/render";
import { Font } from "@react-pdf/renderer";
import PDFDocument from "pdfkit";
import { expect, it } from "vitest";
import { loadFonts } from "@/lib/pdf/fonts";
import { makeLegible } from "@/lib/pdf/glyphs";
import type { Node } from "@/lib/pdf/laid-out";
import { nodesFrom, renderPdf } from "@/lib/pdf/render";
import { type ReadPage, readTagged } from "./read-tagged";
import { LETTER, Sample } from "./sample";

// Two documents of many pages are read by pdf.js, on machines that do other things as well.
const SLOW = { timeout: 60_000 };

it("draws every character where react-pdf alone draws it, on the same pages", SLOW, async () => {
  const { bytes } = await renderPdf(<Sample />);
  const tagged = await readTagged(bytes);
  const plain = await readTagged(await untagged(nodesFrom(<Sample />)));
  expect(tagged.pages.length).toBe(plain.pages.length);
  tagged.pages.forEach((page, index) => {
    const [drawn, expected] = [charactersOf(page), charactersOf(plain.pages[index])];
    const added = drawn.filter((place) => !expected.includes(place));
    const missing = expected.filter((place) => !drawn.includes(place));
    // The page number is known only here; the running head begins on the second page.
    expect(added.map(textOf).join("")).toBe(`Pagina${index + 1}di${tagged.pages.length}`);
    const head = `${LETTER.sender.name}${LETTER.title}`.replaceAll(" ", "");
    expect(missing.map(textOf).join("")).toBe(index === 0 ? head : "");
  });
});

/** The same nodes, without their meaning, by react-pdf's own layout and drawing on a plain pdfkit. */
async function untagged(source: Node): Promise<Uint8Array> {
  await loadFonts();
  makeLegible(source);
  const lay = layOut as unknown as (source: Node, fonts: typeof Font) => Promise<Node>;
  const laidOut = await lay(withoutMeaning(source), Font);
  const document = new PDFDocument({ autoFirstPage: false });
  const chunks: Uint8Array[] = [];
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on("end", resolve));
  type Parameters_ = Parameters<typeof renderUntagged>;
  renderUntagged(document as unknown as Parameters_[0], laidOut as unknown as Parameters_[1]);
  await ended;
  return Buffer.concat(chunks);
}

function withoutMeaning(node: Node): Node {
  const { ua: _ua, src: _src, ...props } = node.props ?? {};
  const children = node.children?.map(withoutMeaning);
  return { ...node, ...(node.props && { props }), ...(children && { children }) };
}

/** "y|text" by line, because the two cut their lines into text items differently. */
function charactersOf(page: ReadPage | undefined): string[] {
  const lines = new Map<string, { x: number; text: string }[]>();
  for (const { text, x, y } of page?.placed ?? []) {
    const key = y.toFixed(1);
    lines.set(key, [...(lines.get(key) ?? []), { x, text }]);
  }
  return [...lines].map(([y, items]) => {
    const text = items.toSorted((a, b) => a.x - b.x).map((item) => item.text);
    return `${y}|${text.join("").replaceAll(" ", "")}`;
  });
}

function textOf(place: string): string {
  return place.slice(place.indexOf("|") + 1);
}
