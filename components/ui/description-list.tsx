import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";

export type Description = { term: string; value: ReactNode };

type ListProps = {
  items: Description[];
  /** Term above value, for narrow columns. */
  narrow?: boolean;
};

/** Terms and their values. */
export function DescriptionList({ items, narrow }: ListProps) {
  return (
    <dl className={narrow ? "ct-dl ct-dl-s" : "ct-dl"}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The two to four facts under the title of a page ("Per chi", "Che cosa", "Si parte"). */
export function Facts({ items, small }: { items: Description[]; small?: boolean }) {
  return (
    <dl className={small ? "ct-facts ct-facts-s" : "ct-facts"}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type SummaryProps = {
  title: string;
  /** Where this block is changed; `editLabel` is read with the title ("Modifica: Recapiti"). */
  editHref?: string;
  editLabel?: string;
  /** DescriptionList, DocumentList or both. */
  children: ReactNode;
};

/** A block of the summary, with its way back to the form. */
export function SummaryBlock({ title, editHref, editLabel, children }: SummaryProps) {
  return (
    <section className="ct-sum" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {editHref && editLabel && (
          <Link href={editHref}>
            <Icon name="pencil" size="xs" />
            {editLabel}
            <span className="visually-hidden">: {title}</span>
          </Link>
        )}
      </header>
      {children}
    </section>
  );
}
