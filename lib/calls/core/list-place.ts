import type { ListGroup } from "./call-filters";

/**
 * The last call of a page of the list, by what the list is sorted by: the next page begins behind
 * it, even if that call has closed in the meantime.
 */
export type ListPlace = {
  readonly group: ListGroup;
  /** Instant in UTC with microseconds; "infinity" or "-infinity" where a call has no end. */
  readonly at: string;
  readonly id: string;
};

const GROUPS: Record<ListGroup, string> = {
  open: "aperti",
  upcoming: "presto",
  closed: "chiusi",
  archive: "archivio",
};
const NO_END = "sempre";

const PLACE =
  /^([a-z]+)-(sempre|(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{6}))-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** "aperti-20261130110000000000-<id>"; undefined for anything that no page of ours has written. */
export function readPlace(text: string): ListPlace | undefined {
  const match = PLACE.exec(text);
  const [, word, moment, year, month, day, hour, minute, second, micros, id = ""] = match ?? [];
  const group = (Object.keys(GROUPS) as ListGroup[]).find((one) => GROUPS[one] === word);
  if (!match || !group) return undefined;
  if (moment === NO_END) return { group, at: endless(group), id };
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const read = Date.parse(`${at}Z`);
  const exists = !Number.isNaN(read) && new Date(read).toISOString().startsWith(at);
  return exists ? { group, at: `${at}.${micros}Z`, id } : undefined;
}

export function writePlace({ group, at, id }: ListPlace): string {
  const moment = at.includes("infinity") ? NO_END : at.replace(/\D/g, "");
  return `${GROUPS[group]}-${moment}-${id}`;
}

/** A call without end comes last among the open ones, and last among the closed ones too. */
const endless = (group: ListGroup) => (group === "open" ? "infinity" : "-infinity");
