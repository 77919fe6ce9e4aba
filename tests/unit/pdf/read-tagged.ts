import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A structure element as a reader sees it: its role, the words it owns on the page, its parts. */
export interface Read {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  /** Words it owns itself, and its parts, in reading order. */
  readonly parts: readonly (string | Read)[];
}

export interface ReadPage {
  readonly tree: Read;
  /** Drawn outside any mark. */
  readonly unmarked: readonly string[];
  /** Drawn, but not to be read. */
  readonly artifacts: readonly string[];
  /** Marks that no structure element owns. */
  readonly orphans: readonly string[];
  /** Marks on this page; and those that its tree speaks of, which may be on others. */
  readonly marks: readonly string[];
  readonly owned: readonly string[];
  /** Text items with their place, in drawing order. */
  readonly placed: readonly { readonly text: string; readonly x: number; readonly y: number }[];
  readonly links: readonly { readonly url: string; readonly contents: string }[];
}

/**
 * Reads a PDF with pdf.js, which shares no code with what wrote it. pdf.js gives an element with
 * all it owns on each page it goes over; here each page keeps only what is on it.
 */
export async function readTagged(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    pages.push(await readPage(await document.getPage(number)));
  }
  const { info, metadata } = await document.getMetadata();
  const markInfo = await document.getMarkInfo();
  await document.cleanup();
  const marks = new Set(pages.flatMap((page) => page.marks));
  const dangling = pages.flatMap(({ owned }) => owned.filter((id) => !marks.has(id)));
  return { pages, dangling, info: info as Record<string, unknown>, metadata, markInfo };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>;

/** What `getStructTree` returns; its declared type lacks `alt` (which ActualText becomes too) and `lang`. */
interface Tree {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children: readonly (Tree | { readonly type: string; readonly id: string })[];
}

async function readPage(page: Page): Promise<ReadPage> {
  const { words, unmarked, artifacts, placed } = await readWords(page);
  const owned = new Set<string>();
  const read = (node: Tree): Read => ({
    role: node.role,
    ...(node.alt && { alt: node.alt }),
    ...(node.lang && { lang: node.lang }),
    parts: node.children.flatMap((child): (string | Read)[] => {
      if (!("type" in child)) return [read(child)].filter(({ parts }) => parts.length > 0);
      if (child.type !== "content") return [];
      owned.add(child.id);
      const own = words.get(child.id);
      return own === undefined ? [] : [own];
    }),
  });
  const root = (await page.getStructTree()) as unknown as Tree | null;
  const tree = root ? read(root) : { role: "Untagged", parts: [] };
  const annotations = await page.getAnnotations();
  return {
    tree,
    unmarked,
    artifacts,
    orphans: [...words.keys()].filter((id) => !owned.has(id)),
    marks: [...words.keys()],
    owned: [...owned],
    placed,
    links: annotations.map(({ url, contentsObj }) => ({ url, contents: contentsObj.str })),
  };
}

async function readWords(page: Page) {
  const words = new Map<string, string>();
  const [unmarked, artifacts]: [string[], string[]] = [[], []];
  const placed: { text: string; x: number; y: number }[] = [];
  const marks: string[] = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  for (const item of items) {
    if ("str" in item) {
      const mark = marks.at(-1);
      if (item.str.trim()) {
        placed.push({ text: item.str, x: item.transform[4], y: item.transform[5] });
      }
      if (mark === undefined) {
        if (item.str.trim()) unmarked.push(item.str);
      } else if (mark === "Artifact") artifacts.push(item.str);
      else words.set(mark, (words.get(mark) ?? "") + item.str + (item.hasEOL ? " " : ""));
    } else if (item.type === "endMarkedContent") marks.pop();
    else {
      marks.push(item.id ?? (item as { tag?: string }).tag ?? "");
      if (item.id) words.set(item.id, "");
    }
  }
  return { words, unmarked, artifacts: artifacts.filter((text) => text.trim()), placed };
}

/** The tree as indented lines, for comparison by eye. */
export function outline({ role, alt, lang, parts }: Read, depth = 0): string[] {
  const own = parts.filter((part) => typeof part === "string").join("|");
  const extra = [alt && `alt="${alt}"`, lang && `lang=${lang}`, own.trim() && `"${own.trim()}"`];
  const line = `${"  ".repeat(depth)}${[role, ...extra.filter(Boolean)].join(" ")}`;
  const below = parts.filter((part) => typeof part !== "string");
  return [line, ...below.flatMap((part) => outline(part, depth + 1))];
}

/** All elements with a role, at any depth. */
export function withRole(tree: Read, role: string): Read[] {
  const below = tree.parts.flatMap((part) =>
    typeof part === "string" ? [] : withRole(part, role),
  );
  return tree.role === role ? [tree, ...below] : below;
}
