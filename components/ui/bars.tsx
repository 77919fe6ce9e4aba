import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";

/** strong = done, mid = sent, soft = only begun (outlined), warn = needs a look */
export type BarTone = "strong" | "mid" | "soft" | "warn";

const TONES: Record<BarTone, string> = { strong: "v", mid: "v2", soft: "v3", warn: "vw" };

type BarProps = {
  value: number;
  max: number;
  tone?: BarTone;
  /** A target: a dark tick with a white halo. */
  target?: number;
  large?: boolean;
};

/** A bar inside a table cell. It is decoration: the number beside it is the datum. */
export function BarCell({ value, max, tone = "strong", target, large }: BarProps) {
  const share = (amount: number) => (max > 0 ? Math.min(100, (amount / max) * 100) : 0);
  return (
    <svg
      className={large ? "bar bar-l" : "bar"}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bg" width="100" height="8" rx="1" />
      <rect className={TONES[tone]} width={share(value).toFixed(1)} height="8" rx="1" />
      {target !== undefined && <Target at={share(target)} />}
    </svg>
  );
}

function Target({ at }: { at: number }) {
  const line = { x1: at, x2: at, y1: 0, y2: 8 };
  return (
    <>
      <line className="halo" vectorEffect="non-scaling-stroke" {...line} />
      <line className="mark" vectorEffect="non-scaling-stroke" {...line} />
    </>
  );
}

export type BarPart = { label: string; value: number; tone: BarTone };

type StackedProps = {
  title: string;
  /** One sentence that says what the picture shows. */
  description: string;
  parts: BarPart[];
  /** Heading of the column of figures in the table ("Lettere"). */
  unit: string;
};

/** Parts of a whole, labelled, with the same figures in a table. An empty whole says so in words. */
export function StackedBar({ title, description, parts, unit }: StackedProps) {
  const t = useTranslations("common");
  const id = useId();
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  if (total === 0) return <p className="ct-muted">{t("chart.noData")}</p>;
  let from = 0;
  const shown = parts.map((part) => {
    const x = from;
    from += (part.value / total) * 100;
    return { ...part, x, width: (part.value / total) * 100 };
  });
  return (
    <figure className="ct-figure">
      <svg
        className="bar bar-l"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-labelledby={`${id}-t ${id}-d`}
      >
        <title id={`${id}-t`}>{title}</title>
        <desc id={`${id}-d`}>{description}</desc>
        {shown.map((part) => (
          <rect
            key={part.label}
            className={TONES[part.tone]}
            x={part.x}
            width={part.width}
            height="8"
          />
        ))}
      </svg>
      <Legend parts={parts} />
      <ChartTable title={title} head={[t("chart.item"), unit]}>
        {parts.map((part) => (
          <tr key={part.label}>
            <th scope="row">{part.label}</th>
            <td className="num right">{part.value}</td>
          </tr>
        ))}
      </ChartTable>
    </figure>
  );
}

function Legend({ parts }: { parts: BarPart[] }) {
  return (
    <p className="st-legend" aria-hidden="true">
      {parts.map((part) => (
        <span key={part.label}>
          <svg viewBox="0 0 14 14" focusable="false" aria-hidden="true">
            <rect className={TONES[part.tone]} x="1" y="1" width="12" height="12" rx="2" />
          </svg>
          {part.label} <b className="num">{part.value}</b>
        </span>
      ))}
    </p>
  );
}

type ChartTableProps = { title: string; head: ReactNode[]; children: ReactNode };

/** "Leggi i dati in tabella": every picture has its table. `children` are the rows of the body. */
export function ChartTable({ title, head, children }: ChartTableProps) {
  const t = useTranslations("common");
  return (
    <details className="alt">
      <summary>{t("chart.table")}</summary>
      <table className="table table-tight">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={String(cell)} scope="col" className={index > 0 ? "right" : undefined}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </details>
  );
}
