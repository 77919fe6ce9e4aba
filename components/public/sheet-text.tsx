import { Icon } from "@/components/ui/icon";
import { type Run, type SheetBlock, sheetBlocks } from "@/lib/calls/core/sheet-text";

/** A text of a sheet with its little markup; never HTML. `lang` where it is not the page's. */
export function SheetText({ text, lang }: { text: string; lang?: string | undefined }) {
  return sheetBlocks(text).map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a text never change their order
    <Block key={at} block={block} lang={lang} />
  ));
}

function Block({ block, lang }: { block: SheetBlock; lang: string | undefined }) {
  switch (block.kind) {
    case "heading":
      return (
        <h3 className="ct-h3 mt-4" lang={lang}>
          {block.text}
        </h3>
      );
    case "paragraph":
      return (
        <p lang={lang}>
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return (
        <ul className={block.items.length > 3 ? "ct-ticks cols" : "ct-ticks"} lang={lang}>
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
        <ol className="ct-ol" lang={lang}>
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
