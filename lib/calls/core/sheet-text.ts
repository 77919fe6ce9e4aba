/** A run of text inside a block. */
export type Run = { readonly text: string; readonly strong: boolean };

/** A block of a sheet's text: what an author may write, and nothing else. */
export type SheetBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: Run[] }
  | { readonly kind: "list" | "steps"; readonly items: Run[][] };

const STEP = /^\d+\.\s+/;
const ITEM = /^-\s+/;
const HEADING = /^##\s+/;

/**
 * Reads the little markup of the sheets: an empty line between blocks, "## " for a heading, "- "
 * for a list, "1. " for steps, **bold**. Everything else is text, so nothing can become HTML.
 */
export function sheetBlocks(text: string): SheetBlock[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const blocks: SheetBlock[] = [];
  let open: SheetBlock | undefined;
  for (const line of lines.map((one) => one.trim())) {
    if (line === "") open = undefined;
    else if (HEADING.test(line)) {
      blocks.push({ kind: "heading", text: line.replace(HEADING, "") });
      open = undefined;
    } else {
      const added = blockWith(line, open);
      if (added !== open) blocks.push(added);
      open = added;
    }
  }
  return blocks;
}

/** The open block with the line added to it, or a new block that begins with the line. */
function blockWith(line: string, open: SheetBlock | undefined): SheetBlock {
  const kind = ITEM.test(line) ? "list" : STEP.test(line) ? "steps" : "paragraph";
  if (kind === "paragraph") {
    if (open?.kind === "paragraph") {
      open.runs.push({ text: " ", strong: false }, ...runsOf(line));
      return open;
    }
    return { kind, runs: runsOf(line) };
  }
  const item = runsOf(line.replace(kind === "list" ? ITEM : STEP, ""));
  if (open?.kind === kind) {
    open.items.push(item);
    return open;
  }
  return { kind, items: [item] };
}

function runsOf(line: string): Run[] {
  const parts = line.split("**");
  // An odd number of marks: the last one is text.
  if (parts.length % 2 === 0) parts.push(parts.splice(-2).join("**"));
  return parts.flatMap((text, at) => (text === "" ? [] : [{ text, strong: at % 2 === 1 }]));
}
