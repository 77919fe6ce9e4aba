/** A piece of a text, and whether the search found it. */
export type MarkedPart = { readonly text: string; readonly found: boolean };

/**
 * What stands around a found word on its way from the database: characters of private use, which
 * are taken out of the texts first. They are never markup: pages draw each part as text.
 */
export const MARK = { begin: "\ue000", end: "\ue001" } as const;

/** The parts of a marked text; all of it is there, in its order. */
export function markedParts(text: string): MarkedPart[] {
  return text.split(MARK.begin).flatMap((piece, at) => {
    const end = at === 0 ? -1 : piece.indexOf(MARK.end);
    const [found, rest] = end < 0 ? ["", piece] : [piece.slice(0, end), piece.slice(end + 1)];
    return [
      { text: found, found: true },
      { text: rest.replaceAll(MARK.end, ""), found: false },
    ].filter((part) => part.text !== "");
  });
}

/**
 * The same marks on the text itself: what the database marked has as many characters, but some of
 * them as the search reads them.
 */
export function marksOn(text: string, marked: string): MarkedPart[] {
  const own = text.normalize("NFC").replaceAll(MARK.begin, "").replaceAll(MARK.end, "");
  const parts = markedParts(marked);
  if (parts.reduce((sum, part) => sum + part.text.length, 0) !== own.length) {
    return [{ text, found: false }];
  }
  let at = 0;
  return parts.map(({ text: { length }, found }) => {
    at += length;
    return { text: own.slice(at - length, at), found };
  });
}
