import type { ReactNode } from "react";

/** disc = open, triangle = urgent or to do, ring = opens later, square = closed, tick = done, pencil = draft */
const SHAPES = {
  disc: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  triangle: <path d="M7 0l7 13H0z" fill="currentColor" />,
  ring: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  square: <rect x="1.5" y="1.5" width="11" height="11" fill="currentColor" />,
  tick: <path d="M1 7.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  pencil: <path d="M1 13l.9-3.6L10 1.300l2.700 2.700L4.600 12.100z" fill="currentColor" />,
  cross: <path d="M2 2l10 10M12 2L2 12" fill="none" stroke="currentColor" strokeWidth="2.5" />,
};

const KINDS = {
  open: "disc",
  today: "triangle",
  soon: "ring",
  closed: "square",
  done: "tick",
  draft: "pencil",
  todo: "triangle",
  ok: "tick",
  bad: "cross",
} as const satisfies Record<string, keyof typeof SHAPES>;

export type StateKind = keyof typeof KINDS;

/** The shape alone, for lists where the word stands beside it. */
export function StateShape({ kind }: { kind: StateKind }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {SHAPES[KINDS[kind]]}
    </svg>
  );
}

/** A state: its shape and its word, so that colour is never alone. */
export function StateLabel({ kind, children }: { kind: StateKind; children: ReactNode }) {
  return (
    <span className={`ct-state ct-state-${kind}`}>
      <StateShape kind={kind} />
      {children}
    </span>
  );
}

/** The small form beside a name in a list of zones. */
export function StateDot({ kind, children }: { kind: StateKind; children: ReactNode }) {
  return (
    <span className={`ct-dot${kind === "today" ? " is-today" : ""}`}>
      <StateShape kind={kind} />
      {children}
    </span>
  );
}
