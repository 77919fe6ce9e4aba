import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Consequence = { key: string; icon: IconName; text: ReactNode; warn?: boolean };

/** What a choice will do, counted before it is made. */
export function Consequences({ items, label }: { items: Consequence[]; label: string }) {
  return (
    <ul className="conseq" aria-label={label}>
      {items.map(({ key, icon, text, warn }) => (
        <li key={key} className={warn ? "w" : undefined}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

type CheckProps = {
  /** block = stops you, warn = mend it or explain it, explained = accepted with a reason */
  level: "block" | "warn" | "explained";
  title: ReactNode;
  /** The word of the level, for `block` ("blocca"). */
  word?: ReactNode;
  /** Fact or law behind it. */
  text: ReactNode;
  /** One or two ways out. */
  children?: ReactNode;
};

const LEVELS = {
  block: { className: "ck ck-block", icon: "block" },
  warn: { className: "ck", icon: "warn" },
  explained: { className: "ck ck-done", icon: "check-s" },
} as const;

/** One point of a list of checks. */
export function CheckItem({ level, title, word, text, children }: CheckProps) {
  const { className, icon } = LEVELS[level];
  return (
    <article className={className}>
      {level === "block" && word && (
        <span className="pill pill-block">
          <Icon name={icon} size="xs" />
          {word}
        </span>
      )}
      <h3>
        {level !== "block" && <Icon name={icon} />}
        {title}
      </h3>
      <p>{text}</p>
      {children && <p>{children}</p>}
    </article>
  );
}

/** The points that are in order. */
export function CheckList({ items, label }: { items: string[]; label: string }) {
  return (
    <ul className="oks" aria-label={label}>
      {items.map((item) => (
        <li key={item}>
          <Icon name="check-s" />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}
