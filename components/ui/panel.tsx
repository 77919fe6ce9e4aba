import { type ReactNode, useId } from "react";

type Props = {
  title?: ReactNode;
  /** Beside the title, at the right. */
  aside?: ReactNode;
  level?: 2 | 3;
  /** Quiet green ground. */
  tint?: boolean;
  className?: string;
  children: ReactNode;
};

/** A framed part of a page; with a title it is a region of that name. */
export function Panel({ title, aside, level = 2, tint, className, children }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  const classes = ["ct-panel", "panel", tint && "ct-panel-tint", className]
    .filter(Boolean)
    .join(" ");
  if (!title) return <div className={classes}>{children}</div>;
  return (
    <section className={classes} aria-labelledby={id}>
      <div className="panel-head">
        <Heading id={id} className="ct-h3">
          {title}
        </Heading>
        {aside}
      </div>
      {children}
    </section>
  );
}

type SectionProps = {
  title: ReactNode;
  id?: string;
  text?: ReactNode;
  /** A link or a form at the right of the title. */
  aside?: ReactNode;
  ground?: "white" | "paper" | "tint" | "band";
  children: ReactNode;
};

const GROUNDS = { white: "", paper: " ct-paper", tint: " ct-tint", band: " ct-band ct-dark" };

/** A band of a public page: full width, with its heading. */
export function Section({ title, id, text, aside, ground = "white", children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={`ct-sec-l${GROUNDS[ground]}`} id={id} aria-labelledby={headingId}>
      <div className="container">
        <div className="ct-sechead">
          <div>
            <h2 id={headingId}>{title}</h2>
            {text && <p>{text}</p>}
          </div>
          {aside}
        </div>
        {children}
      </div>
    </section>
  );
}
