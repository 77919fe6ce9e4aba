/**
 * Takes out of every text of a view what could act on the reader instead of being read: control
 * characters (a line break in a subject is a new header) and marks that reverse what follows.
 * Line breaks stay; a name in Arabic stays as it is.
 */
export const cleanView = <View>(view: View): View => withTexts(view, cleanText);

/** The same view with each of its texts written anew. */
export function withTexts<View>(view: View, write: (text: string) => string): View {
  if (typeof view === "string") return write(view) as View;
  if (Array.isArray(view)) return view.map((part) => withTexts(part, write)) as View;
  if (view !== null && typeof view === "object") {
    return Object.fromEntries(
      Object.entries(view).map(([name, value]) => [name, withTexts(value, write)]),
    ) as View;
  }
  return view;
}

export function cleanText(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cc}/gu, (mark) => (mark === "\n" ? mark : " "));
}

/** For a header: one line. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, " ").trim();
}
