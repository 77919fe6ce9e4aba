import { Font } from "@react-pdf/renderer";
import { FAMILY } from "./fonts";
import type { Node } from "./laid-out";
import type { TaggedDocument } from "./tagged-document";

/**
 * Writes the page number into the empty box that layout kept for it. A `render` prop would do the
 * same but makes react-pdf lay out every page twice.
 */
export function drawPageNumber(document: TaggedDocument, node: Node, words: string): void {
  const { left = 0, top = 0, width = 0 } = node.box ?? {};
  const { fontSize = 8, color = "#000000", textAlign = "right" } = node.style ?? {};
  const face = Font.getFont({ fontFamily: FAMILY, fontWeight: 400, fontStyle: "normal" });
  document.save();
  document.font(face?.data, Number(fontSize)).fillColor(String(color));
  const align = textAlign === "left" || textAlign === "center" ? textAlign : "right";
  document.text(words, left, top, { width, align, lineBreak: false });
  document.restore();
}
