import type { Ua } from "./ua";

/** What this module reads of the trees of @react-pdf/renderer (before) and @react-pdf/layout (after). */
export interface Node {
  readonly type: string;
  readonly props?: NodeProps;
  readonly style?: Readonly<Record<string, unknown>>;
  readonly box?: Box;
  readonly children?: readonly Node[];
  readonly lines?: readonly Line[];
  /** Text instances only. */
  value?: string;
}

export interface NodeProps {
  readonly ua?: Ua;
  readonly fixed?: boolean;
  readonly [name: string]: unknown;
}

export interface Box {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly borderTopWidth?: number;
  readonly borderRightWidth?: number;
  readonly borderBottomWidth?: number;
  readonly borderLeftWidth?: number;
}

export interface Line {
  readonly string: string;
  readonly box: { readonly x: number; readonly y: number; readonly height: number };
  readonly runs: readonly Run[];
  readonly decorationLines?: readonly unknown[];
}

export interface Run {
  readonly start: number;
  readonly end: number;
  readonly xAdvance?: number;
  readonly glyphs?: readonly Glyph[];
  readonly positions?: readonly Position[];
  readonly attributes: {
    readonly font?: readonly Face[];
    readonly features?: unknown;
    /** Odd: drawn from right to left. */
    readonly bidiLevel?: number;
    /** The one attribute that reaches the runs untouched: here it carries the Ua of inline parts. */
    readonly link?: Ua | string | null;
  };
}

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}

export interface Position {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** An opened font of fontkit, or react-pdf's stand-in for a standard one. */
export interface Face {
  readonly type: string;
  readonly unitsPerEm: number;
  layout(
    text: string,
    features?: unknown,
  ): {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly Position[];
  };
}

/** The node and everything below it, parents first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesOf(child);
}

/** The structural meaning a node carries, as a block or as a part of a paragraph. */
export function uaOf(node: Node): Ua | undefined {
  if (node.props?.ua) return node.props.ua;
  const inline = node.props?.src;
  return typeof inline === "object" && inline !== null && "role" in inline
    ? (inline as Ua)
    : undefined;
}
