import { type CallFilters, STATE_FILTERS, type StateFilter } from "./call-filters";
import { type ListPlace, readPlace, writePlace } from "./list-place";

/** What an address can say: the words are Italian, because an address is interface text. */
const STATES: Record<StateFilter | "archive", string> = {
  open: "aperti",
  upcoming: "presto",
  underReview: "valutazione",
  outcome: "esito",
  archive: "archivio",
};
const AUDIENCES = { organisation: "organizzazioni", citizen: "persone" };
const THEMES = {
  access: "accesso",
  ageing: "anziani",
  disability: "disabilita",
  globalHealth: "salute-globale",
  orientation: "orientamento",
  participation: "partecipazione",
  thirdSector: "terzo-settore",
  training: "formazione",
};

/** The filters of an address, with what only the page needs. */
export type AddressedFilters = CallFilters & {
  /** A municipality as it was typed; empty: none. */
  readonly municipality: string;
  readonly archive: boolean;
  /** Behind which call the page begins; undefined: at the beginning. */
  readonly after: ListPlace | undefined;
};

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST = 100;

/** Reads what it knows and leaves out the rest: an address is typed by anybody. */
export function readFilters(given: Given): AddressedFilters {
  const all = (name: string) => [given[name] ?? []].flat();
  const one = (name: string) => (all(name)[0] ?? "").trim().slice(0, LONGEST);
  const states = all("stato");
  return {
    text: one("q"),
    zone: one("zona"),
    municipality: one("comune"),
    audiences: codes(AUDIENCES, all("per")),
    themes: codes(THEMES, all("tema")),
    states: STATE_FILTERS.filter((state) => states.includes(STATES[state])),
    archive: states.includes(STATES.archive),
    after: readPlace(one("dopo")),
  };
}

/** The query of an address that shows these filters; empty for none. */
export function writeFilters(by: AddressedFilters): string {
  const query = new URLSearchParams();
  if (by.text) query.set("q", by.text);
  if (by.zone) query.set("zona", by.zone);
  if (by.municipality) query.set("comune", by.municipality);
  for (const audience of by.audiences) query.append("per", audienceWord(audience));
  for (const theme of by.themes) query.append("tema", themeWord(theme));
  for (const state of by.states) query.append("stato", stateWord(state));
  if (by.archive) query.append("stato", STATES.archive);
  if (by.after) query.set("dopo", writePlace(by.after));
  const text = query.toString();
  return text && `?${text}`;
}

export const stateWord = (state: StateFilter | "archive") => STATES[state];
export const audienceWord = (code: string) => wordOf(AUDIENCES, code);
export const themeWord = (code: string) => wordOf(THEMES, code);

function codes(words: Record<string, string>, given: readonly string[]): string[] {
  return Object.keys(words).filter((code) => given.includes(wordOf(words, code)));
}

function wordOf(words: Record<string, string>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}
