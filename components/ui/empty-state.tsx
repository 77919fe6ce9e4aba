import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  /** Why it is empty, and what happens next. */
  text?: ReactNode;
  /** One way out, two at most. */
  children?: ReactNode;
  level?: 2 | 3;
};

/** Nothing here: the reason and a way out, under a wall with a missing brick. */
export function EmptyState({ title, text, children, level = 2 }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="ct-empty">
      <svg className="pic" viewBox="0 0 120 84" aria-hidden="true" focusable="false">
        <rect className="light" x="6" y="58" width="34" height="18" rx="3" />
        <rect x="43" y="58" width="34" height="18" rx="3" />
        <rect className="light" x="80" y="58" width="34" height="18" rx="3" />
        <rect x="24" y="37" width="34" height="18" rx="3" />
        <rect className="missing" x="61.5" y="37.5" width="33" height="17" rx="3" />
      </svg>
      <Heading className="ct-h3">{title}</Heading>
      {text && <p className="ct-muted">{text}</p>}
      {children && <div className="ct-actions">{children}</div>}
    </div>
  );
}
