import { isCovered } from "./fonts";
import { type Node, nodesOf } from "./laid-out";
import { PdfRefused } from "./ua";

/** No shape and no meaning on paper: soft hyphen, zero-width space, byte order mark, direction marks. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\ufeff]/g;
/** Direction overrides let a name read otherwise than it is stored; fonts have "glyphs" for controls. */
const NEVER_SHOWN = /[\u202a-\u202e\u2066-\u2069\p{Cc}\p{Co}\p{Cn}]/u;
const LINE_END = 0x0a;

const legibleByCharacter = new Map<string, string>();

/**
 * People write names in any script, with any sign. What no embedded font can show is spelled
 * "[U+1F389]" rather than refused, because a receipt is due whatever was typed, and rather than
 * dropped, because the reader must see that something stands there.
 */
export function legible(text: string): string {
  const composed = text.normalize("NFC").replace(INVISIBLE, "").replace(/\r\n?/g, "\n");
  return Array.from(composed.replaceAll("\t", " "), shown).join("");
}

/** Makes every string of a document legible, before layout. */
export function makeLegible(source: Node): void {
  for (const node of nodesOf(source)) {
    if (node.value !== undefined) node.value = legible(node.value);
  }
}

/** react-pdf silently falls back to Helvetica, which is never embedded: not archival. */
export function expectEmbeddedGlyphs(laidOut: Node): void {
  for (const { lines = [] } of nodesOf(laidOut)) {
    for (const line of lines) {
      for (const { glyphs = [], attributes, start, end } of line.runs) {
        const standard = attributes.font?.[0]?.type === "STANDARD";
        const missing = glyphs.some((glyph) => standard || glyph.id === 0);
        if (!missing) continue;
        const words = line.string.slice(start, end);
        throw new PdfRefused(`No embedded font has the characters of "${words}".`);
      }
    }
  }
}

function shown(character: string): string {
  const known = legibleByCharacter.get(character);
  if (known !== undefined) return known;
  const codePoint = character.codePointAt(0) ?? 0;
  const visible = codePoint === LINE_END || (isCovered(codePoint) && !NEVER_SHOWN.test(character));
  const spelled = visible
    ? character
    : `[U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}]`;
  legibleByCharacter.set(character, spelled);
  return spelled;
}
