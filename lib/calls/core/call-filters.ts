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

/** What the filters look at. */
export type FilterableCall = {
  /** ISTAT codes; empty: the whole zone. */
  readonly municipalities: readonly string[];
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly zone: { readonly slug: string; readonly name: string } | undefined;
  readonly audiences: readonly string[];
  readonly themes: readonly string[];
  readonly status: CallStatus;
};

export type FilterCounts = {
  readonly audiences: ReadonlyMap<string, number>;
  readonly themes: ReadonlyMap<string, number>;
  readonly states: ReadonlyMap<StateFilter, number>;
};

type Facet = "audiences" | "themes" | "states";

export function filterCalls<C extends FilterableCall>(calls: readonly C[], by: CallFilters): C[] {
  return calls.filter((call) => matches(call, by));
}

/**
 * How many calls each choice would show, beside what is chosen in the other groups: the number
 * beside a filter is the number of calls one gets by choosing it alone in its group.
 */
export function countChoices(calls: readonly FilterableCall[], by: CallFilters): FilterCounts {
  const left = (facet: Facet) => calls.filter((call) => matches(call, { ...by, [facet]: [] }));
  return {
    audiences: tally(left("audiences").flatMap((call) => call.audiences)),
    themes: tally(left("themes").flatMap((call) => call.themes)),
    states: tally(left("states").flatMap((call) => stateFilterOf(call.status) ?? [])),
  };
}

/** The calls of each group, in the order given; of the closed ones the latest comes first. */
export function grouped<C extends FilterableCall>(calls: readonly C[]): Record<CallGroup, C[]> {
  const groups: Record<CallGroup, C[]> = { open: [], upcoming: [], closed: [] };
  for (const call of calls) groups[groupOf(call.status)].push(call);
  groups.closed.reverse();
  return groups;
}

/** "Closed" to the reader is "under review": the first thing that happens after the end. */
export function stateFilterOf(status: CallStatus): StateFilter | undefined {
  switch (status) {
    case "open":
    case "alwaysOpen":
    case "closesToday":
      return "open";
    case "upcoming":
      return "upcoming";
    case "closed":
    case "underReview":
      return "underReview";
    case "outcomePublished":
      return "outcome";
    case "draft":
    case "suspended":
    case "archived":
    case "revoked":
      return undefined;
  }
}

function matches(call: FilterableCall, by: CallFilters): boolean {
  const state = stateFilterOf(call.status);
  return (
    (by.zone === "" || call.zone?.slug === by.zone) &&
    (!by.inMunicipality || reaches(call, by.inMunicipality)) &&
    overlaps(call.audiences, by.audiences) &&
    overlaps(call.themes, by.themes) &&
    (by.states.length === 0 || (state !== undefined && by.states.includes(state))) &&
    hasWords(call, by.text)
  );
}

const reaches = (call: FilterableCall, { zone, istat }: InMunicipality) =>
  call.zone?.slug === zone &&
  (call.municipalities.length === 0 || call.municipalities.includes(istat));

const overlaps = (had: readonly string[], wanted: readonly string[]) =>
  wanted.length === 0 || had.some((one) => wanted.includes(one));

function hasWords(call: FilterableCall, text: string): boolean {
  const haystack = plain([call.title, call.summary, call.body, call.zone?.name ?? ""].join(" "));
  return plain(text)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
