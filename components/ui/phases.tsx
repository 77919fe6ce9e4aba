import type { ReactNode } from "react";
import { Icon } from "./icon";

export type TrackPhase = {
  title: string;
  state: "done" | "now" | "next";
  /** "Fase 4, in corso" */
  word: string;
};

/** Where an edition has come, as six strips. */
export function PhaseTrack({ phases, label }: { phases: TrackPhase[]; label: string }) {
  return (
    <ol className="ct-track" aria-label={label}>
      {phases.map((phase) => (
        <li
          key={phase.title}
          className={`is-${phase.state}`}
          aria-current={phase.state === "now" ? "step" : undefined}
        >
          <span className="st">
            {phase.state === "done" && <Icon name="check" />}
            {phase.word}
          </span>
          {phase.title}
        </li>
      ))}
    </ol>
  );
}

export type WallPhase = {
  title: string;
  /** "Fase 3" */
  number: string;
  text: ReactNode;
  /** "Qui ti candidi (persone)": the phase is drawn dark. */
  way?: ReactNode;
};

/** The path as a wall that grows by one course at each phase. */
export function PhaseWall({ phases }: { phases: WallPhase[] }) {
  return (
    <ol className="ct-phases">
      {phases.map((phase, index) => (
        <li key={phase.title} className={phase.way ? "is-you" : undefined}>
          <div className="ct-wall">
            <Wall courses={index + 1} />
          </div>
          <div className="ct-txt">
            <p className="ct-n">{phase.number}</p>
            <h3>{phase.title}</h3>
            <p>{phase.text}</p>
            {phase.way && <p>{phase.way}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}

const TWO = [
  { x: 0, width: 58.5 },
  { x: 61.5, width: 58.5 },
];
const THREE = [
  { x: 0, width: 28 },
  { x: 31, width: 58 },
  { x: 92, width: 28 },
];

function Wall({ courses }: { courses: number }) {
  const height = courses * 17 - 3;
  const bricks = Array.from({ length: courses }, (_, course) =>
    (course % 2 === 0 ? TWO : THREE).map((brick) => ({ ...brick, y: height - 14 - course * 17 })),
  ).flat();
  return (
    <svg viewBox={`0 0 120 ${height}`} aria-hidden="true" focusable="false">
      {bricks.map(({ x, y, width }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height="14" rx="1.5" />
      ))}
    </svg>
  );
}
