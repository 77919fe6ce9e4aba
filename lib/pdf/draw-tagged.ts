import type { SafeDocumentNode } from "@react-pdf/layout";
import renderUntagged from "@react-pdf/render";
import type { ElementTree } from "./element-tree";
import { onlyDecorations, segmentsOf, withLines } from "./inline";
import { type Node, nodesOf } from "./laid-out";
import { drawPageNumber } from "./page-number";
import { hasPaint, onlyPaint, withoutPaint } from "./paint";
import type { StructureElement } from "./structure";
import type { TaggedDocument } from "./tagged-document";
import { mayHoldContent, PdfRefused, type Ua } from "./ua";

type Draw = (node: Node) => void;

/**
 * Draws a laid-out document with the stock renderer of react-pdf, tagged.
 *
 * That renderer walks `children.forEach(draw)`. The children handed to it here bring a `forEach`
 * of their own, which knows node and parent element and calls the original `draw` between the
 * operators that begin and end marked content.
 */
export function drawTagged(document: TaggedDocument, tree: ElementTree, laidOut: Node): void {
  const pages = laidOut.children ?? [];
  const visitor = new Visitor(document, tree, pages.length);
  const root = { ...laidOut, children: hooked(pages, (page, draw) => visitor.page(page, draw)) };
  type Context = Parameters<typeof renderUntagged>[0];
  renderUntagged(document as unknown as Context, root as unknown as SafeDocumentNode);
  visitor.expectEveryPage();
}

/** Answers the first walk only: a later one collects bookmarks, of which there are none. */
function hooked(children: readonly Node[], visit: (child: Node, draw: Draw) => void): Node[] {
  let walked = false;
  const forEach = (draw: Draw) => {
    if (walked) return;
    walked = true;
    for (const child of children) visit(child, draw);
  };
  return Object.assign([...children], { forEach });
}

class Visitor {
  private pageNumber = 0;
  private readonly firstPageOf = new Map<Ua, number>();

  constructor(
    private readonly document: TaggedDocument,
    private readonly tree: ElementTree,
    private readonly pageCount: number,
  ) {}

  page(page: Node, draw: Draw): void {
    this.pageNumber += 1;
    if (hasPaint(page))
      throw new PdfRefused("A page has a background or border; use a fixed View.");
    draw(this.withVisitedChildren(page, this.document.root));
  }

  expectEveryPage(): void {
    const { pagesAdded } = this.document;
    if (this.pageNumber === this.pageCount && pagesAdded === this.pageCount) return;
    throw new PdfRefused(
      `${this.pageNumber} of ${this.pageCount} pages were visited: react-pdf draws in another way.`,
    );
  }

  private node(node: Node, parent: StructureElement, draw: Draw): void {
    const ua = node.props?.ua;
    if (ua?.fromSecondPage && this.pageNumber === 1) return;
    if (ua?.role === "PageNumber") this.pageNumberAt(node, ua);
    else if (ua?.role === "Artifact" || this.isRepeated(node)) this.artifact(node, draw);
    else {
      const element = ua ? this.tree.elementOf(ua, parent) : parent;
      if (hasPaint(node)) this.document.markArtifact("Layout", () => draw(onlyPaint(node)));
      this.content(withoutPaint(node), element, draw);
    }
  }

  private content(node: Node, element: StructureElement, draw: Draw): void {
    if (node.type === "VIEW") draw(this.withVisitedChildren(node, element));
    else if (node.type === "TEXT") this.text(node, element, draw);
    else if (node.type === "SVG" || node.type === "IMAGE") this.picture(node, element, draw);
    else throw new PdfRefused(`A ${node.type} node cannot be tagged; use the components.`);
  }

  private picture(node: Node, element: StructureElement, draw: Draw): void {
    if (element.role !== "Figure") {
      throw new PdfRefused(
        "A picture needs the role Figure with an alternative text, or Artifact.",
      );
    }
    if (node.box) element.bounds = this.document.rectangleOf(node.box);
    this.document.markContent(element, () => draw(node));
  }

  private text(node: Node, element: StructureElement, draw: Draw): void {
    const lines = (node.lines ?? []).filter((line) => line.runs.some((run) => run.glyphs?.length));
    if (lines.length === 0) return;
    if (!mayHoldContent(element.role)) {
      const words = lines[0]?.string.slice(0, 40);
      throw new PdfRefused(
        `Text stands directly in a ${element.role}, without a role: "${words}".`,
      );
    }
    this.expectOnPage(node);
    const decorated = node.lines?.filter((line) => line.decorationLines?.length) ?? [];
    if (decorated.length > 0) {
      const underlines = withLines(node, decorated);
      this.document.markArtifact("Layout", () =>
        draw({ ...underlines, lines: onlyDecorations(decorated) }),
      );
    }
    for (const { owner, lines: stretch, width, spoken } of segmentsOf(node.lines ?? [])) {
      const inline = owner ? this.tree.elementOf(owner, element) : element;
      const reader = spoken === null ? inline : this.tree.spokenIn(inline, spoken);
      const link = inline.role === "Link" ? { element: inline, width } : null;
      this.document.markContent(reader, () => draw(withLines(node, stretch)), link);
    }
  }

  private pageNumberAt(node: Node, ua: Ua): void {
    const words = (ua.template ?? "{page}")
      .replaceAll("{pages}", String(this.pageCount))
      .replaceAll("{page}", String(this.pageNumber));
    this.document.markArtifact("Pagination", () => drawPageNumber(this.document, node, words));
  }

  /** Fixed nodes repeat on each page; only one with a role is read, and only where it first stands. */
  private isRepeated({ props }: Node): boolean {
    if (!props?.fixed) return false;
    const { ua } = props;
    if (!ua) return true;
    const first = this.firstPageOf.get(ua) ?? this.pageNumber;
    this.firstPageOf.set(ua, first);
    return first !== this.pageNumber;
  }

  /** react-pdf only warns when a node that may not be split is taller than a page, and cuts it. */
  private expectOnPage({ box, lines = [] }: Node): void {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!box || !first || !last) return;
    const height = last.box.y + last.box.height - first.box.y;
    const [, bottom] = this.document.rectangleOf({ ...box, height });
    if (bottom >= 0) return;
    throw new PdfRefused(`Text runs off the page: "${last.string.slice(0, 40)}".`);
  }

  private artifact(node: Node, draw: Draw): void {
    const name = node.props?.ua?.id;
    if (name && node.box) {
      const rect = this.document.rectangleOf(node.box);
      this.document.places.push({ name, page: this.pageNumber, rect });
    }
    for (const { lines = [], props } of nodesOf(node)) {
      if (props?.href || lines.some((line) => line.runs.some((run) => run.attributes.link))) {
        throw new PdfRefused("A link stands in an artifact, where no reader finds it.");
      }
    }
    this.document.markArtifact(node.props?.fixed ? "Pagination" : "Layout", () => draw(node));
  }

  private withVisitedChildren(node: Node, element: StructureElement): Node {
    const children = hooked(node.children ?? [], (child, draw) => this.node(child, element, draw));
    return { ...node, children };
  }
}
