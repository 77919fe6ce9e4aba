import { Icon } from "@/components/ui/icon";
import { type Run, type SheetBlock, sheetBlocks } from "@/lib/calls/core/sheet-text";

/** A text of a sheet with its little markup; never HTML. */
export function SheetText({ text, level = 3 }: { text: string; level?: 2 | 3 }) {
  return sheetBlocks(text).map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change their order
    <Block key={at} block={block} level={level} />
  ));
}

function Block({ block, level }: { block: SheetBlock; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  switch (block.kind) {
    case "heading":
      return <Heading className="ct-h3 mt-4">{block.text}</Heading>;
    case "paragraph":
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return (
        <ul className={block.items.length > 3 ? "ct-ticks cols" : "ct-ticks"}>
          {block.items.map((runs) => (
            <li key={plain(runs)}>
              <Icon name="check" />
              <span>
                <Runs runs={runs} />
              </span>
            </li>
          ))}
        </ul>
      );
    case "steps":
      return (
        <ol className="ct-ol">
          {block.items.map((runs) => (
            <li key={plain(runs)}>
              <span>
                <Runs runs={runs} />
              </span>
            </li>
          ))}
        </ol>
      );
  }
}

const plain = (runs: Run[]) => runs.map((run) => run.text).join("");

function Runs({ runs }: { runs: Run[] }) {
  return runs.map((run, at) =>
    run.strong ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a line never change their order
      <strong key={at}>{run.text}</strong>
    ) : (
      run.text
    ),
  );
}
