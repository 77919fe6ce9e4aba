import { H2, H3, List, P, Strong } from "@/lib/pdf/components";
import { type Run, type SheetBlock, sheetBlocks } from "../core/sheet-text";

/** The marked text of a call with headings of a level, block by block; undefined where it is empty. */
export function sheetParts(text: string, level: 2 | 3) {
  const blocks = sheetBlocks(text);
  if (blocks.length === 0) return undefined;
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a document is rendered once
    <Block key={at} block={block} level={level} />
  ));
}

function Block({ block, level }: { block: SheetBlock; level: 2 | 3 }) {
  const Heading = level === 2 ? H2 : H3;
  if (block.kind === "heading") return <Heading>{block.text}</Heading>;
  if (block.kind === "paragraph") return <P>{runs(block.runs)}</P>;
  return <List items={block.items.map(runs)} numbered={block.kind === "steps"} />;
}

const runs = (all: readonly Run[]) =>
  all.map((run, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a document is rendered once
    run.strong ? <Strong key={at}>{run.text}</Strong> : run.text,
  );
