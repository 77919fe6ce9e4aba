import PDFDocument, { type PdfReference } from "pdfkit";
import type { Box } from "./laid-out";
import {
  isContent,
  type ParentTree,
  pdfString,
  type StructureElement,
  writeStructure,
} from "./structure";
import { PdfRefused } from "./ua";
import { type DocumentFacts, xmpPacket } from "./xmp";

/** An area kept for something that is added after rendering; left, bottom, right, top in points. */
export interface Place {
  readonly name: string;
  readonly page: number;
  readonly rect: Rectangle;
}

export type Rectangle = readonly [number, number, number, number];

/** A stretch of a link: its element and how wide it is, in points. */
interface LinkArea {
  readonly element: StructureElement;
  readonly width: number;
}

/**
 * A pdfkit document that knows which structure element owns what is being drawn, and writes the
 * structure tree and the metadata of PDF/A-2a and PDF/UA-1 itself.
 */
export class TaggedDocument extends PDFDocument {
  readonly root: StructureElement = {
    role: "Document",
    ua: { role: "Document" },
    parent: null,
    kids: [],
  };
  private readonly parents: ParentTree = new Map();
  private readonly fontsByFace = new Map<unknown, unknown>();
  private readonly facts: DocumentFacts;
  private owners: StructureElement[] = [];
  private linkArea: LinkArea | null = null;
  private nextKey = 0;
  /** Areas kept free, by name. */
  readonly places: Place[] = [];
  pagesAdded = 0;

  constructor(facts: DocumentFacts) {
    super({
      subset: "PDF/A-2a",
      pdfVersion: "1.7",
      lang: facts.language,
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      info: {
        Title: facts.title,
        Author: facts.author,
        ...(facts.subject && { Subject: facts.subject }),
        ...(facts.keywords && { Keywords: facts.keywords }),
        Creator: facts.producer,
        Producer: facts.producer,
        CreationDate: facts.createdAt,
      },
    });
    this.facts = facts;
  }

  override addPage(options?: object): this {
    super.addPage(options);
    const key = this.nextKey++;
    this.owners = [];
    this.parents.set(key, this.owners);
    Object.assign(this.page.dictionary.data, { StructParents: key, Tabs: "S" });
    this.pagesAdded += 1;
    return this;
  }

  /** Draws real content that belongs to the element; annotations made meanwhile are the link's. */
  markContent(element: StructureElement, draw: () => void, link: LinkArea | null = null): void {
    this.linkArea = link;
    const mcid = this.owners.length;
    this.owners.push(element);
    element.kids.push({ page: this.page.dictionary, mcid });
    this.addContent(`/${element.role} <</MCID ${mcid}>> BDC`);
    draw();
    this.addContent("EMC");
  }

  /** Where a box, given in the coordinates that hold now, is on the page. */
  rectangleOf({ left, top, width, height }: Box): Rectangle {
    const [x1, y1, x2, y2] = this._convertRect(left, top, width, height);
    return [x1, Math.min(y1, y2), x2, Math.max(y1, y2)];
  }

  /** Draws what is seen but not read. */
  markArtifact(type: "Layout" | "Pagination", draw: () => void): void {
    this.addContent(`/Artifact <</Type /${type}>> BDC`);
    draw();
    this.addContent("EMC");
  }

  override link(x: number, y: number, _width: number, height: number, url: string): this {
    if (!this.linkArea) throw new PdfRefused(`A link to ${url} stands outside a Link element.`);
    const { element, width } = this.linkArea;
    const structParent = this.nextKey++;
    const action = this.ref({ S: "URI", URI: pdfString(url) });
    action.end();
    this.annotate(x, y, width, height, {
      Subtype: "Link",
      A: action,
      Contents: pdfString(element.ua.contents ?? url),
      StructParent: structParent,
    });
    const annotation = this.page.annotations.at(-1);
    if (annotation) element.kids.push({ page: this.page.dictionary, annotation });
    this.parents.set(structParent, element);
    return this;
  }

  /**
   * react-pdf passes the opened font for every run. pdfkit would build a subset for each of them
   * and compare name tables as JSON to find out that it has it already.
   */
  override font(source: unknown, family?: string | number | null, size?: number): this {
    const points = typeof family === "number" ? family : size;
    const known = this.fontsByFace.get(source);
    if (known === undefined) {
      super.font(source, family, size);
      this.fontsByFace.set(source, this._font);
    } else {
      this._font = known;
      if (points != null) this.fontSize(points);
    }
    return this;
  }

  override hasMarkInfoDictionary(): boolean {
    return true;
  }

  override endMarkings(): void {
    const make = (contents: Record<string, unknown>): PdfReference => this.ref(contents);
    this._root.data.MarkInfo = { Marked: true };
    this._root.data.StructTreeRoot = writeStructure(this.root, this.parents, make);
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: "Metadata", Subtype: "XML" });
    metadata.compress = false;
    metadata.end(new TextEncoder().encode(xmpPacket(this.facts)));
    this._root.data.Metadata = metadata;
  }
}

/** All elements of the tree, parents first. */
export function* elementsOf(element: StructureElement): Generator<StructureElement> {
  yield element;
  for (const kid of element.kids) if (!isContent(kid)) yield* elementsOf(kid);
}
