import type { Line, Node, Run } from "./laid-out";
import { isRightToLeft, spokenText, withMarksInPlace } from "./script-direction";
import { PdfRefused, type Ua } from "./ua";

/** A stretch of text with one owner: the paragraph itself, or a link or language within it. */
export interface Segment {
  readonly owner: Ua | null;
  readonly lines: readonly Line[];
  /** Width of its last line, in points: the clickable width of a link. */
  readonly width: number;
  /** What is spoken, where that differs from the order in which it is drawn. */
  readonly spoken: string | null;
}

/** Cuts laid-out lines where owner or direction change; lines with none of that stay together. */
export function segmentsOf(lines: readonly Line[]): Segment[] {
  const segments: (Segment & { lines: Line[] })[] = [];
  for (const line of lines) {
    for (const { owner, rightToLeft, runs, x, width } of stretchesOf(line)) {
      const piece = { ...line, runs, box: { ...line.box, x: line.box.x + x }, decorationLines: [] };
      const spoken = rightToLeft ? spokenText(line, runs) : null;
      const last = segments.at(-1);
      const plain = owner === null && spoken === null;
      if (plain && last?.owner === null && last.spoken === null) last.lines.push(piece);
      else segments.push({ owner, lines: [piece], width, spoken });
    }
  }
  return segments;
}

/** The text node reduced to some of its lines, at the place they have in the whole. */
export function withLines(node: Node, lines: readonly Line[]): Node {
  const shift = (lines[0]?.box.y ?? 0) - (node.lines?.[0]?.box.y ?? 0);
  const box = node.box && { ...node.box, top: node.box.top + shift };
  return { ...node, lines, props: {}, ...(box && { box }) };
}

/** Only the underlines: they are drawn once, as an artifact, because segments are cut without them. */
export function onlyDecorations(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, runs: [] }));
}

interface Stretch {
  readonly owner: Ua | null;
  readonly rightToLeft: boolean;
  readonly runs: Run[];
  readonly x: number;
  width: number;
}

function stretchesOf(line: Line): Stretch[] {
  const stretches: Stretch[] = [];
  let x = 0;
  for (const run of line.runs) {
    const owner = ownerOf(run);
    const rightToLeft = isRightToLeft(run);
    const width = run.xAdvance ?? 0;
    const drawn = withMarksInPlace(line, run);
    const last = stretches.at(-1);
    // One annotation for the whole stretch, made by its first run.
    if (last && last.owner === owner && last.rightToLeft === rightToLeft) {
      last.runs.push(withLink(drawn, null));
      last.width += width;
    } else {
      const first = withLink(drawn, owner?.href ?? null);
      stretches.push({ owner, rightToLeft, runs: [first], x, width });
    }
    x += width;
  }
  return stretches;
}

function ownerOf(run: Run): Ua | null {
  const { link } = run.attributes;
  if (typeof link === "string") {
    throw new PdfRefused(`Use the Link component for ${link}: a bare link cannot be tagged.`);
  }
  return link ?? null;
}

function withLink(run: Run, link: string | null): Run {
  return { ...run, attributes: { ...run.attributes, link } };
}
