import type { Line, Run } from "./laid-out";

/** Arabic and Hebrew, and the numbers within them, have an embedding level above zero. */
export function isRightToLeft(run: Run): boolean {
  return (run.attributes.bidiLevel ?? 0) > 0;
}

/**
 * The words of neighbouring right-to-left runs as they are spoken. Layout stores lines in the
 * order they are seen; content in that order would be read backwards.
 */
export function spokenText(line: Line, runs: readonly Run[]): string {
  return runs
    .toReversed()
    .map((run) => spokenRun(line, run))
    .join("");
}

/**
 * Puts accents and vowel signs back over their letters: textkit 7 computes their offsets and then
 * overwrites them with zero. Offsets go in thousandths of the font size, as the renderer takes them.
 */
export function withMarksInPlace(line: Line, run: Run): Run {
  const { glyphs = [], positions = [] } = run;
  const face = run.attributes.font?.[0];
  if (!face || face.type === "STANDARD" || glyphs.every((glyph) => glyph.advanceWidth > 0)) {
    return run;
  }
  const shaped = face.layout(spokenRun(line, run), run.attributes.features);
  const same = glyphs.every((glyph, index) => shaped.glyphs[index]?.id === glyph.id);
  if (!same || shaped.glyphs.length !== glyphs.length) return run;
  const scale = 1000 / face.unitsPerEm;
  return {
    ...run,
    positions: positions.map((position, index) => ({
      ...position,
      xOffset: (shaped.positions[index]?.xOffset ?? 0) * scale,
      yOffset: (shaped.positions[index]?.yOffset ?? 0) * scale,
    })),
  };
}

function spokenRun(line: Line, run: Run): string {
  const seen = line.string.slice(run.start, run.end);
  const reversed = (run.attributes.bidiLevel ?? 0) % 2 === 1;
  return reversed ? Array.from(seen).reverse().join("") : seen;
}
