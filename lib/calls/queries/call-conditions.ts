import { type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { zone } from "@/db/schema/territory";
import type { CallFilters, ListGroup, StateFilter } from "../core/call-filters";
import type { CallState } from "../core/states";

/** What is shown without asking: everything that is public and not in the archive. */
export const LIVING_STATES = [
  "published",
  "suspended",
  "underReview",
  "outcomePublished",
  "revoked",
] as const satisfies readonly CallState[];

/** Those of them that no clock moves any more, as an index has them. */
const settled = sql`${call.state} in ('suspended','underReview','outcomePublished','revoked')`;

/**
 * Where a call stands, by the clock of the request; says what `statusOf` says, in SQL. A group of
 * the list is made of kinds, each with an index on the key it is sorted by.
 */
export function standings(now: Date): {
  kinds: Record<ListGroup, { where: SQL; key: SQL }[]>;
  group: Record<ListGroup, SQL>;
  state: Record<StateFilter, SQL>;
} {
  const at = sql`${now.toISOString()}::timestamptz`;
  const second = sql`${new Date(Math.floor(now.getTime() / 1000) * 1000).toISOString()}::timestamptz`;
  const published = sql`${call.state} = 'published'`;
  const over = sql`(${published} and ${call.opensAt} <= ${at} and ${call.endsAt} < ${second})`;
  const open = sql`(${published} and ${call.opensAt} <= ${at} and ${call.endsAt} >= ${second})`;
  const upcoming = sql`(${published} and ${call.opensAt} > ${at})`;
  const archive = sql`(${call.state} = 'archived')`;
  return {
    kinds: {
      open: [{ where: open, key: sql`${call.endsAt}` }],
      upcoming: [{ where: upcoming, key: sql`${call.opensAt}` }],
      closed: [
        { where: settled, key: sql`${call.endedAt}` },
        { where: over, key: sql`${call.endsAt}` },
      ],
      archive: [{ where: archive, key: sql`${call.endedAt}` }],
    },
    group: { open, upcoming, closed: sql`(${settled} or ${over})`, archive },
    state: {
      open,
      upcoming,
      underReview: sql`(${call.state} = 'underReview' or ${over})`,
      outcome: sql`(${call.state} = 'outcomePublished')`,
    },
  };
}

/**
 * Conditions of where a call is for: a zone with those it came out of, a municipality. What was
 * published in a zone that is no more is found under its successor; calls limited to other places,
 * or of past zones that the municipality was not in, are left out, and so is what is open again for
 * other places only.
 */
export function inPlace(by: Pick<CallFilters, "zone" | "inMunicipality">, now: Date): SQL[] {
  const slug = by.inMunicipality?.zone ?? by.zone;
  const { istat } = by.inMunicipality ?? {};
  return [
    ...(by.inMunicipality && by.zone && by.zone !== slug ? [sql`false`] : []),
    ...(slug ? [sql`${call.zoneId} = any(array(${zonesOf(slug, istat)}))`] : []),
    ...(istat
      ? [
          sql`(not exists (select from call_municipality cm where cm.call_id = ${call.id})
            or exists (select from call_municipality cm join municipality m
              on m.id = cm.municipality_id where cm.call_id = ${call.id} and m.istat_code = ${istat}))`,
          sql`(${call.reopenedWithin} is null or not ${standings(now).group.open}
            or ${call.reopenedWithin} -> 'places' = '[]'
            or ${call.reopenedWithin} @> ${JSON.stringify({ places: [{ codes: [istat] }] })}::jsonb)`,
        ]
      : []),
  ];
}

/** A zone and its past, or only those of them that hold a municipality or held it to their last day. */
function zonesOf(slug: string, istat: string | undefined): SQL {
  const all = sql`select past.id from ${zone} z, unnest(zone_and_past(z.id)) past(id)
    where z.slug = ${slug}`;
  if (!istat) return all;
  return sql`${all} and exists (select from zone_municipality zm join municipality m
    on m.id = zm.municipality_id
    where zm.zone_id = past.id and zm.valid_to is null and m.istat_code = ${istat})`;
}

/** The audiences of a call, while it is open again for some only those. */
export const openTo = (now: Date) =>
  sql`case when ${call.reopenedFor} is not null and ${standings(now).group.open}
    then ${call.reopenedFor} else ${call.audiences} end`;

/** Conditions of the boxes: any of a group, and all groups. */
export function inBoxes(
  by: Pick<CallFilters, "audiences" | "themes" | "states">,
  now: Date,
): SQL[] {
  const { state } = standings(now);
  const list = (codes: readonly string[]) => sql`${sql.param([...codes])}::text[]`;
  return [
    ...(by.audiences.length > 0 ? [sql`${openTo(now)} && ${list(by.audiences)}`] : []),
    ...(by.themes.length > 0 ? [sql`${call.themes} && ${list(by.themes)}`] : []),
    ...(by.states.length > 0
      ? [
          sql`(${sql.join(
            by.states.map((one) => state[one]),
            sql` or `,
          )})`,
        ]
      : []),
  ];
}

/**
 * What is looked for: Italian stems without accents, quotes for phrases, a minus for what is not
 * wanted. Nothing that can be typed is an error. In a select of its own it is read once, not for
 * each row, and no plan depends on the word that came first.
 */
const query = (text: string) =>
  sql`(select websearch_to_tsquery('cantieri_italian', search_words(${typed(text)})))`;

/** Whether words like "il" or "di" alone were typed, which narrow nothing. */
export const narrowsNothing = (text: string) => sql<boolean>`(numnode(${query(text)}) = 0)`;

/** The calls with these words, by the index of words; at most so many. */
export function withWords(text: string, archive: boolean, most?: number): SQL {
  const part = sql.raw(archive ? "archived" : "not archived");
  const limit = most === undefined ? sql`` : sql` limit ${most}`;
  return sql`(select call_id from call_search where ${part} and words @@ ${query(text)}${limit})`;
}

/** The same, or any calls where the words narrow nothing. */
export function withAnyWords(text: string, archive: boolean, most: number): SQL {
  const part = sql.raw(archive ? "archived" : "not archived");
  return sql`(${withWords(text, archive, most)} union all
    (select call_id from call_search where ${part} and ${narrowsNothing(text)} limit ${most}))`;
}

/** Whether a call has these words: for calls that are looked through in another order. */
export function hasWords(text: string): SQL {
  return sql`(select ${narrowsNothing(text)} or found.words @@ ${query(text)}
    from call_search found where found.call_id = ${call.id})`;
}

/** The one character that PostgreSQL takes in no text. */
export const typed = (text: string) => text.replaceAll("\0", "");
