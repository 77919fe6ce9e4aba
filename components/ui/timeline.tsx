import type { ReactNode } from "react";
import { Icon } from "./icon";

export type TimelineItem = {
  key: string;
  /** "mercoledì 28 ottobre" */
  day: ReactNode;
  /** After the day: "2026, ore 12:00:00" */
  hour?: ReactNode;
  title: ReactNode;
  text?: ReactNode;
  /** past = full dot, future = ring, now = the deadline or your turn, workshop = numbered square */
  kind: "past" | "future" | "now" | "workshop";
  number?: number;
};

type Props = { items: TimelineItem[]; label?: string; level?: 3 | 4 };

const CLASSES = { past: "is-past", future: "", now: "is-now", workshop: "is-lab" };

/** What happened and what comes, each with its date in words. */
export function Timeline({ items, label, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <ol className="ct-tl" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={CLASSES[item.kind]}>
          <div className="d">
            <b>{item.day}</b> {item.hour}
          </div>
          <div className="m" aria-hidden="true">
            {item.kind === "now" && <Icon name="clock" />}
            {item.kind === "workshop" && item.number}
          </div>
          <div className="c">
            <Heading>{item.title}</Heading>
            {item.text && <p>{item.text}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
