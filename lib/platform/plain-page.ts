import type { Locale } from "@/lib/i18n/routing";

/** A form that carries what was typed, to be sent once more. */
type Again = {
  action: string;
  /** As the form came: its fields, under their names, in their order. */
  fields: readonly (readonly [string, string])[];
  multipart: boolean;
  words: string;
};

/** What stands on a page that is drawn without React, without scripts and without the database. */
export type PlainPage = {
  locale: Locale;
  title: string;
  paragraphs: readonly string[];
  links: readonly { href: string; words: string; newTab?: boolean }[];
  again?: Again | undefined;
  /** Texts that somebody typed and must be able to copy. */
  typed?: { title: string; texts: readonly string[] } | undefined;
};

/** The page as a document; its only companion is the stylesheet /failure.css. */
export function plainPage(page: PlainPage): string {
  const { locale, title, paragraphs, links, again, typed } = page;
  const parts = [
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    ...(typed ? [`<h2>${escaped(typed.title)}</h2>`, ...typed.texts.map(quotation)] : []),
    ...links.map(
      ({ href, words, newTab }) =>
        `<p><a href="${escaped(href)}"${newTab ? ' target="_blank"' : ""}>${escaped(words)}</a></p>`,
    ),
    ...(again ? [formAgain(again)] : []),
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/failure.css">
</head>
<body>
<main>
${parts.join("\n")}
</main>
</body>
</html>
`;
}

function quotation(text: string): string {
  return `<blockquote>${escaped(text)}</blockquote>`;
}

function formAgain({ action, fields, multipart, words }: Again): string {
  const inputs = fields.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const type = multipart ? ' enctype="multipart/form-data"' : "";
  return `<form method="post" action="${escaped(action)}"${type}>
${inputs.join("\n")}
<button>${escaped(words)}</button>
</form>`;
}

/** Also line breaks, which the value of an attribute would keep but a browser may normalise. */
function escaped(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
