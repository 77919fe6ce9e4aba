import { type Node, nodesOf, uaOf } from "./laid-out";
import type { StructureElement } from "./structure";
import { isStructureRole, mayStandIn, PdfRefused, type Ua } from "./ua";

/** Heading level by role: levels may not be skipped on the way down (ISO 14289-1, 7.4.2). */
const LEVELS: Partial<Record<string, number>> = { H1: 1, H2: 2, H3: 3 };

/**
 * The structure elements of one document by the `ua` object of their node, and the guards that
 * need the whole: what was meant to be read must have been drawn, once, in a place it may stand.
 */
export class ElementTree {
  private readonly elements = new Map<Ua, StructureElement>();
  private readonly expected = new Set<Ua>();
  private level = 0;

  /** @param source the node tree as React made it, before layout */
  constructor(source: Node) {
    for (const node of nodesOf(source)) {
      const ua = uaOf(node);
      if (!ua || !isStructureRole(ua.role)) continue;
      if (this.expected.has(ua)) {
        throw new PdfRefused(`One ua object (${ua.role}) is used by two nodes; make one for each.`);
      }
      expectWords(ua);
      this.expected.add(ua);
    }
  }

  elementOf(ua: Ua, parent: StructureElement): StructureElement {
    const known = this.elements.get(ua);
    if (known) {
      if (known.parent === parent) return known;
      throw new PdfRefused(`A ${ua.role} was drawn below two parents.`);
    }
    const { role } = ua;
    if (!isStructureRole(role)) throw new PdfRefused(`${role} cannot stand within a text.`);
    if (!mayStandIn(role, parent.role)) {
      throw new PdfRefused(`A ${role} may not stand in a ${parent.role}.`);
    }
    this.expectNextLevel(role);
    const element: StructureElement = { role, ua, parent, kids: [] };
    parent.kids.push(element);
    this.elements.set(ua, element);
    return element;
  }

  /** Words whose order on the page is not the order they are spoken in. */
  spokenIn(parent: StructureElement, words: string): StructureElement {
    const ua: Ua = { role: "Span", spoken: words };
    const element: StructureElement = { role: "Span", ua, parent, kids: [] };
    parent.kids.push(element);
    return element;
  }

  expectComplete(): void {
    for (const ua of this.expected) {
      const element = this.elements.get(ua);
      if (!element)
        throw new PdfRefused(`A ${describe(ua)} was lost in layout: nobody can read it.`);
      if (element.kids.length === 0) throw new PdfRefused(`A ${describe(ua)} is empty.`);
    }
  }

  private expectNextLevel(role: string): void {
    const level = LEVELS[role];
    if (!level) return;
    if (level > this.level + 1) throw new PdfRefused(`A ${role} follows level ${this.level}.`);
    this.level = level;
  }
}

function expectWords({ role, alt, href, contents }: Ua): void {
  if (role === "Figure" && !alt?.trim()) throw new PdfRefused("A Figure has no alternative text.");
  if (role !== "Link") return;
  if (!contents?.trim()) throw new PdfRefused(`The link to ${href} does not say where it leads.`);
  if (!SAFE_LINK.test(href ?? "")) throw new PdfRefused(`A link may not lead to "${href}".`);
}

const SAFE_LINK = /^(https?:\/\/|mailto:)\S+$/;

function describe(ua: Ua): string {
  const hint = ua.alt ?? ua.contents ?? ua.id;
  return hint ? `${ua.role} ("${hint}")` : ua.role;
}
