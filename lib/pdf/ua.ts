/**
 * What a node of a document means to assistive technology. The object itself is the key:
 * react-pdf copies nodes while it lays out and paginates but keeps the identity of their props,
 * so all fragments of one node, on however many pages, become one structure element.
 * Make a fresh object for each node; a shared one is refused.
 */
export interface Ua {
  readonly role: Role;
  /** Text alternative; required on Figure. */
  readonly alt?: string;
  /** BCP 47 tag, where it differs from the document's language. */
  readonly lang?: string;
  /** What is read instead of the drawn characters. */
  readonly spoken?: string;
  readonly scope?: "Column" | "Row" | "Both";
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly listNumbering?: "None" | "Disc" | "Decimal";
  /** Name of a header cell, and the names of the headers a data cell belongs to. */
  readonly id?: string;
  readonly headers?: readonly string[];
  /** Target of a Link and what a reader announces for it. */
  readonly href?: string;
  readonly contents?: string;
  /** Artifact only: not drawn on the first page, e.g. a running head below a full letter-head. */
  readonly fromSecondPage?: boolean;
  /** PageNumber only: "{page}" and "{pages}" are replaced after layout, which costs no second pass. */
  readonly template?: string;
}

export type StructureRole = keyof typeof PARENTS;
/** Artifact: shown, not read. PageNumber: an artifact whose text is known only after layout. */
export type Role = StructureRole | "Artifact" | "PageNumber";

const BLOCKS = ["Document", "Sect", "Div", "Callout", "LBody", "TD", "TH"] as const;
const INLINE = ["P", "H1", "H2", "H3", "LBody", "Lbl", "TD", "TH", "Caption", "Span"] as const;

/** ISO 32000-1, 14.8.4: where each standard type may stand, narrowed to what the components use. */
const PARENTS = {
  Document: [],
  Sect: BLOCKS,
  Div: BLOCKS,
  Callout: BLOCKS,
  P: BLOCKS,
  H1: BLOCKS,
  H2: BLOCKS,
  H3: BLOCKS,
  L: BLOCKS,
  LI: ["L"],
  Lbl: ["LI"],
  LBody: ["LI"],
  Table: BLOCKS,
  Caption: ["Table", "L", "Figure"],
  THead: ["Table"],
  TBody: ["Table"],
  TR: ["Table", "THead", "TBody"],
  TH: ["TR"],
  TD: ["TR"],
  Figure: [...BLOCKS, "P"],
  Link: [...INLINE, "Div"],
  Span: [...INLINE, "Link"],
} as const satisfies Record<string, readonly string[]>;

/** Our own types and the standard type each is read as. */
export const ROLE_MAP = { Callout: "Div" } as const;

const CONTENT_ROLES: ReadonlySet<Role> = new Set<Role>([...INLINE, "Link", "Figure"]);

/** A document that may not be issued: it would be unreadable to some, or not archival. */
export class PdfRefused extends Error {
  override name = "PdfRefused";
}

export function mayStandIn(role: StructureRole, parent: StructureRole): boolean {
  return (PARENTS[role] as readonly string[]).includes(parent);
}

export function mayHoldContent(role: Role): boolean {
  return CONTENT_ROLES.has(role);
}

export function isStructureRole(role: Role): role is StructureRole {
  return role in PARENTS;
}
