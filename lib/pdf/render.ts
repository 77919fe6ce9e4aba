import { createHash } from "node:crypto";
import layOut from "@react-pdf/layout";
import { type DocumentProps, Font, pdf } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { drawTagged } from "./draw-tagged";
import { ElementTree } from "./element-tree";
import { loadFonts } from "./fonts";
import { expectEmbeddedGlyphs, legible, makeLegible } from "./glyphs";
import type { Node } from "./laid-out";
import { type Place, TaggedDocument } from "./tagged-document";
import { PdfRefused } from "./ua";
import type { DocumentFacts } from "./xmp";

export interface RenderedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string;
  readonly pages: number;
  /** Areas kept free with `SealPlace`. */
  readonly places: readonly Place[];
}

const PRODUCER = "Cantieri";

// Its types know neither the second argument nor nodes with props of our own.
const layOutNodes = layOut as unknown as (source: Node, fonts: typeof Font) => Promise<Node>;

/**
 * Renders a document made with `Letter` (letter.tsx) to a tagged, archival PDF that declares
 * PDF/UA-1 and PDF/A-2a. The same element gives the same bytes: dates and codes come with it.
 * @throws PdfRefused where the result would not be readable by everybody, or not archival
 */
export async function renderPdf(element: ReactElement<DocumentProps>): Promise<RenderedPdf> {
  await loadFonts();
  const source = nodesFrom(element);
  makeLegible(source);
  const tree = new ElementTree(source);
  const laidOut = await layOutNodes(source, Font);
  expectEmbeddedGlyphs(laidOut);
  const document = new TaggedDocument(factsOf(source));
  const bytes = collect(document);
  drawTagged(document, tree, laidOut);
  tree.expectComplete();
  const whole = await bytes;
  const sha256 = createHash("sha256").update(whole).digest("hex");
  const { pagesAdded: pages, places } = document;
  return { bytes: whole, sha256, pages, places };
}

/** The node tree as React makes it, before layout. */
export function nodesFrom(element: ReactElement<DocumentProps>): Node {
  const { container } = pdf(element) as unknown as { container: { document: Node | null } };
  if (container.document?.type !== "DOCUMENT") throw new PdfRefused("This is not a document.");
  return container.document;
}

function factsOf(document: Node): DocumentFacts {
  const { title, author, subject, keywords, language, creationDate } = document.props ?? {};
  const required = (name: string, value: unknown): string => {
    if (typeof value === "string" && value.trim()) return legible(value.trim());
    throw new PdfRefused(`The document has no ${name}.`);
  };
  if (!(creationDate instanceof Date) || Number.isNaN(creationDate.getTime()))
    throw new PdfRefused("The document has no date.");
  return {
    title: required("title", title),
    author: required("author", author),
    language: required("language", language),
    ...(typeof subject === "string" && { subject: legible(subject) }),
    ...(typeof keywords === "string" && { keywords: legible(keywords) }),
    createdAt: creationDate,
    producer: PRODUCER,
  };
}

function collect(document: TaggedDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("end", () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    document.on("error", reject);
  });
}
