import type { Box, Node } from "./laid-out";

/** Whether the node draws a background or a border: decoration, hence an artifact of its own. */
export function hasPaint(node: Node): boolean {
  const { box, style } = node;
  return Boolean(box && (style?.backgroundColor || BORDERS.some((border) => box[border])));
}

export function onlyPaint(node: Node): Node {
  const { lines: _lines, ...rest } = node;
  return { ...rest, type: "VIEW", props: {}, children: [] };
}

export function withoutPaint(node: Node): Node {
  const { box, style } = node;
  if (!box || !hasPaint(node)) return node;
  const bare: Box = {
    ...box,
    borderTopWidth: 0,
    borderRightWidth: 0,
    borderBottomWidth: 0,
    borderLeftWidth: 0,
  };
  return { ...node, box: bare, style: { ...style, backgroundColor: undefined } };
}

const BORDERS = [
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
] as const;
