/**
 * The plain text of one of our own letters: the same words, read from the HTML that
 * `renderToStaticMarkup` wrote, so the two cannot disagree. Not a converter for other people's HTML.
 */
export function plainText(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  let text = "";
  let href = "";
  let linked = "";
  for (const [piece] of body.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith("<")) {
      const words = decode(piece);
      text += words;
      linked += words;
    } else if (piece.startsWith("<a ")) {
      href = decode(/href="([^"]*)"/.exec(piece)?.[1] ?? "");
      linked = "";
    } else if (piece === "</a>") {
      if (!href.endsWith(linked)) text += `:\n${href}`;
    } else {
      text += MARKS[tagOf(piece)] ?? "";
    }
  }
  return `${text
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

const MARKS: Readonly<Record<string, string>> = {
  h1: "\n\n",
  "/h1": "\n\n",
  h2: "\n\n",
  "/h2": "\n\n",
  "/p": "\n\n",
  "/th": ": ",
  "/tr": "\n",
  "/table": "\n",
  li: "- ",
  "/li": "\n",
  "/ul": "\n",
  footer: "\n-- \n",
};

function tagOf(piece: string): string {
  return /^<(\/?[a-z0-9]+)/.exec(piece)?.[1] ?? "";
}

function decode(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
