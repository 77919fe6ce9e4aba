import { type CallGroup, type CallStatus, groupOf } from "./call-status";

/** States that a reader filters by; the address says them in Italian. */
export const STATE_FILTERS = ["open", "upcoming", "underReview", "outcome"] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** What the list of calls is narrowed to. Empty lists narrow nothing. */
export type CallFilters = {
  readonly text: string;
  /** Slug of a zone; empty: everywhere. */
  readonly zone: string;
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  readonly states: readonly StateFilter[];
  readonly inMunicipality?: InMunicipality | undefined;
};

/** A municipality that narrows the list: its zone, and calls limited to other places fall out. */
export type InMunicipality = { readonly zone: string; readonly istat: string };

/** The groups of the public list, in the order they are shown; the archive is asked for. */
export type ListGroup = CallGroup | "archive";

/** How many calls are alike in all that the boxes of the list filter by. */
export type CallTally = {
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  /** Undefined: it answers to no filter of state, such as a revoked call. */
  readonly state: StateFilter | undefined;
  readonly group: ListGroup;
  readonly count: number;
};

export type FilterCounts = {
  readonly total: number;
  readonly groups: ReadonlyMap<ListGroup, number>;
  readonly audiences: ReadonlyMap<string, number>;
  readonly themes: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<StateFilter, number>;
};

type Boxes = Pick<CallFilters, "audiences" | "themes" | "states">;

/** How many calls the boxes let through. */
export function countCalls(tallies: readonly CallTally[], by: Boxes): number {
  return sum(tallies.filter((tally) => passes(tally, by)));
}

/**
 * How many calls each choice would show, beside what is chosen in the other groups: the number
 * beside a filter is the number of calls one gets by choosing it alone in its group.
 */
export function countChoices(tallies: readonly CallTally[], by: Boxes): FilterCounts {
  const shown = tallies.filter((tally) => passes(tally, by));
  const left = (facet: keyof Boxes) =>
    tallies.filter((tally) => passes(tally, { ...by, [facet]: [] }));
  return {
    total: countCalls(tallies, by),
    groups: counted(shown, ({ group }) => [group]),
    audiences: counted(left("audiences"), ({ audiences }) => audiences),
    themes: counted(left("themes"), ({ themes }) => themes),
    states: counted(left("states"), ({ state }) => (state ? [state] : [])),
  };
}

/** The calls of each group, in the order given; of the closed ones the latest comes first. */
export function grouped<C extends { readonly status: CallStatus }>(
  calls: readonly C[],
): Record<CallGroup, C[]> {
  const groups: Record<CallGroup, C[]> = { open: [], upcoming: [], closed: [] };
  for (const call of calls) groups[groupOf(call.status)].push(call);
  groups.closed.reverse();
  return groups;
}

function passes(tally: CallTally, { audiences, themes, states }: Boxes): boolean {
  return (
    overlaps(tally.audiences, audiences) &&
    overlaps(tally.themes, themes) &&
    (states.length === 0 || (tally.state !== undefined && states.includes(tally.state)))
  );
}

const overlaps = (had: readonly string[], wanted: readonly string[]) =>
  wanted.length === 0 || had.some((one) => wanted.includes(one));

const sum = (tallies: readonly CallTally[]) => tallies.reduce((all, { count }) => all + count, 0);

function counted<Key>(
  tallies: readonly CallTally[],
  keysOf: (tally: CallTally) => readonly Key[],
): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const tally of tallies) {
    for (const key of keysOf(tally)) counts.set(key, (counts.get(key) ?? 0) + tally.count);
  }
  return counts;
}
