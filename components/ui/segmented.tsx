import { useId } from "react";
import { Link } from "./link";

export type Segment = { value: string; label: string };

type RadioProps = {
  legend: string;
  name: string;
  segments: Segment[];
  defaultValue?: string;
  /** When the text around already says it. */
  legendHidden?: boolean;
};

/** One choice among two to four short ones, as radio buttons side by side. */
export function Segmented({ legend, name, segments, defaultValue, legendHidden }: RadioProps) {
  const id = useId();
  return (
    <fieldset className="st-segset">
      <legend className={legendHidden ? "visually-hidden" : undefined}>{legend}</legend>
      <div className="st-seg">
        {segments.map(({ value, label }) => (
          <span key={value}>
            <input
              type="radio"
              id={`${id}-${value}`}
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
            />
            <label htmlFor={`${id}-${value}`}>{label}</label>
          </span>
        ))}
      </div>
    </fieldset>
  );
}

export type View = { label: string; href: string; count?: number; current?: boolean };

/** Saved views of a list: links with their counts. */
export function SavedViews({ views, label }: { views: View[]; label: string }) {
  return (
    <nav className="st-views" aria-label={label}>
      {views.map((view) => (
        <Link key={view.href} href={view.href} aria-current={view.current ? "page" : undefined}>
          {view.label}
          {view.count !== undefined && <span className="n">{view.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
