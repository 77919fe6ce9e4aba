import { audienceWord, readFilters, themeWord } from "@/lib/calls/core/filter-address";

/** What somebody wants to hear of, as an address says it; zones by slug. Empty lists: everything. */
export type AddressedWishes = {
  readonly zones: readonly string[];
  readonly themes: readonly string[];
  readonly audiences: readonly string[];
  readonly daily: boolean;
};

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const MOST = 100;

/** The word of an address for letters by the day. */
export const DAILY = "giorno";

/** Reads what it knows and leaves out the rest, in the words of the list of calls. */
export function readWishes(given: Given): AddressedWishes {
  const { themes, audiences } = readFilters({ tema: given.tema, per: given.per });
  const zones = [given.zona ?? []].flat().filter((slug) => /^[a-z0-9-]{1,100}$/.test(slug));
  return {
    zones: [...new Set(zones)].slice(0, MOST),
    themes,
    audiences,
    daily: [given.quando].flat().includes(DAILY),
  };
}

/** The query of an address that says these wishes; empty for none. */
export function writeWishes(wishes: Partial<AddressedWishes>): string {
  const query = new URLSearchParams();
  for (const zone of wishes.zones ?? []) query.append("zona", zone);
  for (const audience of wishes.audiences ?? []) query.append("per", audienceWord(audience));
  for (const theme of wishes.themes ?? []) query.append("tema", themeWord(theme));
  if (wishes.daily) query.set("quando", DAILY);
  const text = query.toString();
  return text && `?${text}`;
}
