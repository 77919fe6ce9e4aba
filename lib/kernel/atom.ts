/** A feed (RFC 4287). Addresses are absolute; instants are Dates; texts are plain. */
export type AtomFeed = {
  /** Permanent and unique: the address of the feed. */
  id: string;
  title: string;
  subtitle: string;
  language: string;
  updated: Date;
  author: string;
  /** The page that the feed is of. */
  link: string;
  entries: readonly AtomEntry[];
};

export type AtomEntry = {
  /** "urn:uuid:…": stays when the address changes. */
  id: string;
  title: string;
  summary: string;
  author: string;
  link: string;
  published: Date;
  updated: Date;
  categories: readonly string[];
};

export function writeAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">`,
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<subtitle>${xml(feed.subtitle)}</subtitle>`,
    `<updated>${feed.updated.toISOString()}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.id)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.link)}"/>`,
    ...feed.entries.flatMap(entryLines),
    "</feed>",
    "",
  ].join("\n");
}

function entryLines(entry: AtomEntry): string[] {
  return [
    "<entry>",
    `<id>${xml(entry.id)}</id>`,
    `<title>${xml(entry.title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(entry.link)}"/>`,
    `<published>${entry.published.toISOString()}</published>`,
    `<updated>${entry.updated.toISOString()}</updated>`,
    `<author><name>${xml(entry.author)}</name></author>`,
    `<summary>${xml(entry.summary)}</summary>`,
    ...entry.categories.map((term) => `<category term="${xml(term)}"/>`),
    "</entry>",
  ];
}

const NAMED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text in an XML document; characters that XML 1.0 cannot hold, in whatever spelling, are left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (mark) => NAMED[mark] ?? "");
}
