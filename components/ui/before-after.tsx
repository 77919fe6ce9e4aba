import type { ReactNode } from "react";

export type Changed = {
  key: string;
  label: string;
  /** Why it was to be changed. */
  note?: string | undefined;
  before: ReactNode;
  after: ReactNode;
};

type Props = {
  rows: readonly Changed[];
  words: { before: string; after: string; caption: string };
  /** Of the headings, one for each row. */
  level: 2 | 4;
};

/** What was there and what takes its place, side by side; below each other where it is narrow. */
export function BeforeAfter({ rows, words, level }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section className="ct-ba" aria-label={words.caption}>
      {rows.map(({ key, label, note, before, after }) => (
        <article key={key} aria-label={label}>
          <Heading>{label}</Heading>
          {note && <p className="ct-muted ct-pre">{note}</p>}
          <dl>
            <div>
              <dt>{words.before}</dt>
              <dd>{before}</dd>
            </div>
            <div className="is-after">
              <dt>{words.after}</dt>
              <dd>{after}</dd>
            </div>
          </dl>
        </article>
      ))}
    </section>
  );
}
