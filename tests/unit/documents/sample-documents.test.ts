import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sampleDocuments } from "@/db/seed/data/sample-documents";
import { sheetBlocks } from "@/lib/calls/core/sheet-text";
import { inspectFile } from "@/lib/files/inspect-file";
import { type Read, readTagged } from "../pdf/read-tagged";

const joined = (text: string) => text.replace(/\s+/g, "");
const words = (part: string | Read): string =>
  typeof part === "string" ? part : part.parts.map(words).join("");

test.each(Object.values(sampleDocuments))(
  "$file is taken as staff send it, is tagged, and says what its text says",
  async ({ file, title, text }) => {
    const bytes = readFileSync(`db/seed/data/documents/${file}`);
    const { mediaType } = await inspectFile({ name: file, declaredType: "", bytes });
    expect(mediaType).toBe("application/pdf");
    const { pages, markInfo, info } = await readTagged(bytes);
    expect(markInfo).toMatchObject({ Marked: true });
    expect(info.Title).toBe(title);
    const read = joined(pages.map(({ tree }) => words(tree)).join(""));
    for (const block of sheetBlocks(text)) {
      const runs = block.kind === "paragraph" ? [block.runs] : "items" in block ? block.items : [];
      const said =
        block.kind === "heading"
          ? [block.text]
          : runs.map((run) => run.map((one) => one.text).join(""));
      for (const one of said) expect(read).toContain(joined(one));
    }
  },
);
