import type { PdfReference } from "pdfkit";
import { PdfRefused, ROLE_MAP, type StructureRole, type Ua } from "./ua";

/** A piece of page content: marked content on a page, or an annotation. */
export type Content =
  | { readonly page: PdfReference; readonly mcid: number }
  | { readonly page: PdfReference; readonly annotation: PdfReference };

export interface StructureElement {
  readonly role: StructureRole;
  readonly ua: Ua;
  readonly parent: StructureElement | null;
  readonly kids: (StructureElement | Content)[];
  /** Left, bottom, right, top on its page; for figures. */
  bounds?: readonly [number, number, number, number];
}

/** Structure parents by key: the owners of a page's marked contents in order, or one annotation's owner. */
export type ParentTree = Map<number, StructureElement[] | StructureElement>;

type MakeReference = (contents: Record<string, unknown>) => PdfReference;

/**
 * Writes the structure tree (ISO 32000-1, 14.7) and returns the StructTreeRoot.
 * pdfkit's own writer is not used: it knows no ColSpan, ListNumbering or several attribute owners,
 * and gives links that are written later a wrong page.
 */
export function writeStructure(
  document: StructureElement,
  parents: ParentTree,
  makeReference: MakeReference,
): PdfReference {
  const references = new Map<StructureElement, PdfReference>();
  const ids: [string, PdfReference][] = [];
  const root = makeReference({ Type: "StructTreeRoot" });

  const reserve = (element: StructureElement, parent: PdfReference): PdfReference => {
    const reference = makeReference({ Type: "StructElem", S: element.role, P: parent });
    references.set(element, reference);
    if (element.ua.id) ids.push([element.ua.id, reference]);
    const page = element.kids.find(isContent)?.page;
    const kids = element.kids.map((kid) =>
      isContent(kid) ? contentEntry(kid, page) : reserve(kid, reference),
    );
    Object.assign(reference.data, page && { Pg: page }, { K: kids }, textEntries(element.ua));
    const attributes = attributesOf(element);
    if (attributes.length > 0) reference.data.A = attributes;
    return reference;
  };

  const top = reserve(document, root);
  for (const reference of references.values()) reference.end();
  const referenceOf = (element: StructureElement): PdfReference => {
    const reference = references.get(element);
    if (!reference) throw new PdfRefused(`A ${element.role} owns content but is not in the tree.`);
    return reference;
  };
  const numbers = [...parents].flatMap(([key, owner]) => [
    key,
    Array.isArray(owner) ? owner.map(referenceOf) : referenceOf(owner),
  ]);
  Object.assign(root.data, {
    K: [top],
    ParentTree: { Nums: numbers },
    ParentTreeNextKey: parents.size,
    RoleMap: ROLE_MAP,
  });
  if (ids.length > 0) root.data.IDTree = { Names: nameTree(ids) };
  root.end();
  return root;
}

export function isContent(kid: StructureElement | Content): kid is Content {
  return "page" in kid;
}

function contentEntry(kid: Content, elementPage: PdfReference | undefined): unknown {
  if ("annotation" in kid) return { Type: "OBJR", Obj: kid.annotation, Pg: kid.page };
  return kid.page === elementPage ? kid.mcid : { Type: "MCR", Pg: kid.page, MCID: kid.mcid };
}

// pdfkit writes a String object as a PDF string and a primitive as a PDF name.
function textEntries(ua: Ua): Record<string, unknown> {
  const { alt, lang, id, spoken } = ua;
  return {
    ...(alt && { Alt: pdfString(alt) }),
    ...(spoken && { ActualText: pdfString(spoken) }),
    ...(lang && { Lang: pdfString(lang) }),
    ...(id && { ID: pdfString(id) }),
  };
}

function attributesOf({ ua, bounds }: StructureElement): Record<string, unknown>[] {
  const owners: Record<string, unknown>[] = [];
  const { scope, colSpan = 1, rowSpan = 1, headers = [], listNumbering } = ua;
  const table = {
    ...(scope && { Scope: scope }),
    ...(colSpan > 1 && { ColSpan: colSpan }),
    ...(rowSpan > 1 && { RowSpan: rowSpan }),
    ...(headers.length > 0 && { Headers: headers.map(pdfString) }),
  };
  if (Object.keys(table).length > 0) owners.push({ O: "Table", ...table });
  if (listNumbering) owners.push({ O: "List", ListNumbering: listNumbering });
  if (bounds) owners.push({ O: "Layout", Placement: "Block", BBox: [...bounds] });
  return owners;
}

function nameTree(entries: [string, PdfReference][]): unknown[] {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  sorted.forEach(([name], index) => {
    if (sorted[index + 1]?.[0] === name) throw new PdfRefused(`The id "${name}" is used twice.`);
  });
  return sorted.flatMap(([name, reference]) => [pdfString(name), reference]);
}

/** pdfkit tells a PDF string from a PDF name by the wrapper object. */
export function pdfString(text: string): object {
  return Object(text) as object;
}
