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

const living = sql.raw(LIVING_STATES.map((state) => `'${state}'`).join(","));

/** Where a call stands, by the clock of the request; says what `statusOf` says, in SQL. */
export function standings(now: Date): {
  group: Record<ListGroup, SQL>;
  state: Record<StateFilter, SQL>;
} {
  const at = sql`${now.toISOString()}::timestamptz`;
  const second = sql`date_trunc('second', ${at})`;
  const published = sql`${call.state} = 'published'`;
  const over = sql`(${published} and ${call.opensAt} <= ${at} and ${call.closesAt} < ${second})`;
  const open = sql`(${published} and ${call.opensAt} <= ${at}
    and coalesce(${call.closesAt}, 'infinity') >= ${second})`;
  const upcoming = sql`(${published} and ${call.opensAt} > ${at})`;
  return {
    group: {
      open,
      upcoming,
      closed: sql`(${call.state} in (${living}) and (${call.state} <> 'published' or ${over}))`,
      archive: sql`(${call.state} = 'archived')`,
    },
    state: {
      open,
      upcoming,
      underReview: sql`(${call.state} = 'underReview' or ${over})`,
      outcome: sql`(${call.state} = 'outcomePublished')`,
    },
  };
}

/** Conditions of what is typed or chosen once: words, zone, municipality. */
export function whereAndWords(by: Pick<CallFilters, "text" | "zone" | "inMunicipality">): SQL[] {
  const slug = by.inMunicipality?.zone ?? by.zone;
  const { istat } = by.inMunicipality ?? {};
  return [
    ...(by.inMunicipality && by.zone && by.zone !== slug ? [sql`false`] : []),
    ...(slug ? [sql`${call.zoneId} = (select z.id from ${zone} z where z.slug = ${slug})`] : []),
    ...(istat
      ? [
          sql`(not exists (select from call_municipality cm where cm.call_id = ${call.id})
            or exists (select from call_municipality cm join municipality m
              on m.id = cm.municipality_id where cm.call_id = ${call.id} and m.istat_code = ${istat}))`,
        ]
      : []),
    ...(by.text ? [hasWords(by.text)] : []),
  ];
}

/** Conditions of the boxes: any of a group, and all groups. */
export function inBoxes(
  by: Pick<CallFilters, "audiences" | "themes" | "states">,
  now: Date,
): SQL[] {
  const { state } = standings(now);
  const list = (codes: readonly string[]) => sql`${sql.param([...codes])}::text[]`;
  return [
    ...(by.audiences.length > 0 ? [sql`${call.audiences} && ${list(by.audiences)}`] : []),
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
 * Calls with these words: Italian stems without accents, quotes for phrases, a minus for what is not
 * wanted. Nothing that can be typed is an error; words like "il" or "di" alone narrow nothing.
 */
function hasWords(text: string): SQL {
  const words = sql`websearch_to_tsquery('cantieri_italian', search_words(${typed(text)}))`;
  return sql`(numnode(${words}) = 0 or ${call.id} in (
    select found.call_id from call_search found where found.words @@ ${words}))`;
}

/** The one character that PostgreSQL takes in no text. */
export const typed = (text: string) => text.replaceAll("\0", "");
