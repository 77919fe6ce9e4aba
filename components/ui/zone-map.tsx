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

/** Free of land: the sea in the west, the sky over the north-west, the margins in the east. */
const MARGINS = [
  { fits: (x: number, y: number) => x < 300 && y > 235, x: 0, y: 366, anchor: "start" },
  { fits: (x: number, y: number) => x < 250 && y <= 235, x: 206, y: 22, anchor: "start" },
  { fits: (_x: number, y: number) => y <= 260, x: 596, y: 58, anchor: "end" },
  { fits: () => true, x: 596, y: 560, anchor: "end" },
] as const;

const ROW = 54;
/** Width of a letter at 17 px, a little generous: where the line to the zone may begin. */
const LETTER = 9;

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
  const rows = new Map<number, number>();
  return known.flatMap((label) => {
    const index = MARGINS.findIndex((margin) => margin.fits(...label.at));
    const margin = MARGINS[index];
    if (!margin) return [];
    const row = rows.get(index) ?? 0;
    rows.set(index, row + 1);
    const y = margin.y + row * ROW;
    return [{ ...label, x: margin.x, y, anchor: margin.anchor, from: lineStart(label, margin, y) }];
  });
}

/** Beside the words where the zone lies further on, under them where it lies below. */
function lineStart(
  label: ZoneMapLabel & { at: readonly [number, number] },
  { x, anchor }: { x: number; anchor: "start" | "end" },
  y: number,
): readonly [number, number] {
  const width = label.name.length * LETTER;
  const [left, right] = anchor === "start" ? [x, x + width] : [x - width, x];
  const [zone] = label.at;
  if (zone < left) return [left - 6, y - 5];
  if (zone > right) return [right + 6, y - 5];
  return [zone, y + (label.note ? 32 : 8)];
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
