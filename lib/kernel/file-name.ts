const MAX_LENGTH = 120;
/** Controls, marks that turn the direction of writing, and other characters nobody can see. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name of an uploaded file as it may be shown and offered for download: without path, unseen
 * characters or those that file systems refuse; letters of every language and apostrophes stay.
 * An empty result becomes `fallback`. The extension survives the cut to 120 characters.
 */
export function safeFileName(name: string, fallback: string): string {
  const base = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = base
    .replace(/\s+/g, " ")
    .replace(UNSEEN, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "")
    .replace(RESERVED, "_$1");
  return clean === "" ? fallback : cut(clean);
}

function cut(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_LENGTH) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  return (
    characters
      .slice(0, MAX_LENGTH - extension.length)
      .join("")
      .trimEnd() + extension
  );
}
