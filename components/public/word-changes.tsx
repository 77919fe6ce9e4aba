import { useTranslations } from "next-intl";
import { type DiffPart, wordDiff } from "@/lib/kernel/word-diff";

/** Of a passage that stayed the same, this much is shown on either side of what changed. */
const AROUND = 120;

/**
 * What changed in a text, word by word. What was taken away is struck through, what was added is
 * underlined; readers hear both by name. Long passages that stayed are cut short.
 */
export function WordChanges({ before, after }: { before: string; after: string }) {
  const t = useTranslations("calls");
  const parts = wordDiff(before, after);
  return (
    <p className="ct-diff">
      {parts.map((part, at) => {
        const key = `${at}:${part.kind}`;
        if (part.kind === "same") {
          return <span key={key}>{shortened(part.text, at > 0, at < parts.length - 1)}</span>;
        }
        return (
          <Changed key={key} part={part} name={t(`changes.${part.kind}`)} end={t("changes.end")} />
        );
      })}
    </p>
  );
}

function Changed({ part, name, end }: { part: DiffPart; name: string; end: string }) {
  const Mark = part.kind === "removed" ? "del" : "ins";
  return (
    <Mark>
      <span className="visually-hidden">{name} </span>
      {part.text}
      <span className="visually-hidden"> {end} </span>
    </Mark>
  );
}

function shortened(text: string, follows: boolean, leads: boolean): string {
  if (text.length <= 2 * AROUND + 40) return text;
  const head = follows ? text.slice(0, AROUND) : "";
  const tail = leads ? text.slice(-AROUND) : "";
  return `${head} […] ${tail}`.trim();
}
