import { StateShape } from "./state-label";
import { ZONE_SHAPES } from "./zone-shapes";

/** open = a call is open; today = it closes today; soon = it opens later */
export type ZoneMapState = "open" | "today" | "soon";

export type ZoneMapLabel = {
  slug: string;
  /** The short name written on the map ("Grossetana"). */
  name: string;
  /** Under it ("ancora 4 giorni"). */
  note?: string;
};

type Props = {
  states: Record<string, ZoneMapState>;
  /** Says what the map shows, with the names of the zones: it is read in place of the picture. */
  description: string;
  /** Up to about eight; they are repeated as text beside the map anyway. */
  labels?: ZoneMapLabel[];
};

/**
 * The 28 zones, simplified. The same facts must stand in a list beside or below. On dark ground
 * (`.ct-dark`). Zones without a state keep the colour of the land.
 */
export function ZoneMap({ states, description, labels = [] }: Props) {
  return (
    <svg className="ct-map" viewBox="-4 0 600 646" role="img" aria-label={description}>
      {Object.entries(ZONE_SHAPES).map(([slug, { d }]) => (
        <path key={slug} d={d} className={states[slug] ? `z-${states[slug]}` : undefined} />
      ))}
      {place(labels).map((label) => (
        <g key={label.slug}>
          <line x1={label.from[0]} y1={label.from[1]} x2={label.at[0]} y2={label.at[1]} />
          <circle cx={label.at[0]} cy={label.at[1]} r="4.5" />
          <text x={label.x} y={label.y} textAnchor={label.anchor}>
            {label.name}
          </text>
          {label.note && (
            <text className="fw-normal" x={label.x} y={label.y + 24} textAnchor={label.anchor}>
              {label.note}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** The sea in the west, the margin in the north-east and the one in the south-east are free of land. */
const MARGINS = [
  { fits: (x: number, y: number) => x < 300 && y > 235, x: 0, y: 366, anchor: "start", edge: 118 },
  { fits: (_x: number, y: number) => y <= 235, x: 596, y: 26, anchor: "end", edge: 486 },
  { fits: () => true, x: 596, y: 520, anchor: "end", edge: 494 },
] as const;

type Placed = ZoneMapLabel & {
  at: readonly [number, number];
  from: readonly [number, number];
  x: number;
  y: number;
  anchor: "start" | "end";
};

/** Each label goes to the free margin nearest to its zone; labels in one margin stand below each other. */
function place(labels: ZoneMapLabel[]): Placed[] {
  const known = labels.flatMap((label) => {
    const at = ZONE_SHAPES[label.slug]?.at;
    return at ? [{ ...label, at }] : [];
  });
  known.sort((one, other) => one.at[1] - other.at[1]);
  const used = new Map<number, number>();
  return known.flatMap((label) => {
    const margin = MARGINS.findIndex((candidate) => candidate.fits(...label.at));
    const place = MARGINS[margin];
    if (!place) return [];
    const row = used.get(margin) ?? 0;
    used.set(margin, row + 1);
    const y = place.y + row * 54;
    return [{ ...label, x: place.x, y, anchor: place.anchor, from: [place.edge, y - 5] as const }];
  });
}

/** What the colours of the map mean. */
export function ZoneMapLegend({ words }: { words: Record<ZoneMapState, string> }) {
  return (
    <ul className="ct-legend">
      {(["open", "today", "soon"] as const).map((state) => (
        <li key={state}>
          <span className={`ct-swatch z-${state}`}>
            <StateShape kind={state} />
          </span>
          {words[state]}
        </li>
      ))}
    </ul>
  );
}
