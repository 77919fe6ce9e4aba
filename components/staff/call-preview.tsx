import { useTranslations } from "next-intl";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { type Run, sheetBlocks } from "@/lib/calls/core/sheet-text";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import type { Locale } from "@/lib/kernel/rome-words";

const PARTS = ["audience", "description", "howTo", "needed", "obtained", "conditions"] as const;

/** The sheet of a call in the order of the public page. */
export function CallPreview({ call, locale }: { call: CallEditor; locale: Locale }) {
  const t = useTranslations("staff");
  const hasEnd = call.closesAt !== null || call.rules.rolling;
  return (
    <article className="ed-form panel st-preview">
      <h2>{call.title}</h2>
      <p className="mt-s">{call.summary || t("preview.nothing")}</p>
      <p className="note mt-m">
        {hasEnd ? deadlineSentence(call.deadline, locale) : t("editor.noSentence")}
      </p>
      {PARTS.map((part) => (
        <section key={part} className="mt-l" aria-labelledby={`preview-${part}`}>
          <h3 id={`preview-${part}`}>{t(`editor.fields.${part}`)}</h3>
          <SheetText text={call.content.sheet[part]} nothing={t("preview.nothing")} />
        </section>
      ))}
    </article>
  );
}

function SheetText({ text, nothing }: { text: string; nothing: string }) {
  const blocks = sheetBlocks(text);
  if (blocks.length === 0) return <p className="soft">{nothing}</p>;
  return blocks.map((block, at) => {
    const key = `${at}:${block.kind}`;
    if (block.kind === "heading") return <h4 key={key}>{block.text}</h4>;
    if (block.kind === "paragraph") {
      return (
        <p key={key}>
          <Runs runs={block.runs} />
        </p>
      );
    }
    const List = block.kind === "steps" ? "ol" : "ul";
    return (
      <List key={key}>
        {block.items.map((runs) => (
          <li key={runs.map((run) => run.text).join()}>
            <Runs runs={runs} />
          </li>
        ))}
      </List>
    );
  });
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map((run, at) => {
    const key = `${at}:${run.text}`;
    return run.strong ? <strong key={key}>{run.text}</strong> : <span key={key}>{run.text}</span>;
  });
}
