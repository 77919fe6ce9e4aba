import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import type { CallFilters, ListGroup } from "../core/call-filters";
import type { ListPlace } from "../core/list-place";
import { MARK, type MarkedPart, markedParts, marksOn } from "../core/marked-text";
import { hasWords, inBoxes, inPlace, standings, typed, withWords } from "./call-conditions";
import { type CallInList, inList, listColumns } from "./public-calls";

/** Filters of the list, with whether the archive is asked for and where its page begins. */
export type ListFilters = CallFilters & {
  readonly archive: boolean;
  readonly after: ListPlace | undefined;
};

/** A call of the list, and where a search has found its words. */
export type FoundCall = CallInList & {
  group: ListGroup;
  marked: { title: MarkedPart[]; excerpt: MarkedPart[] } | undefined;
};

export const LIST_PAGE = 20;

/**
 * A page of the list, sorted by the time that is left: the open ones by their end, those to come by
 * their start, those that are over and the archive by the latest end. One query, by keys: a page
 * costs the same wherever it lies. `common`: the words narrow little or nothing, and calls with them
 * are found sooner by looking through the order of the list than by sorting all that have them.
 */
export async function foundCalls(
  ctx: Ctx,
  by: ListFilters,
  { size = LIST_PAGE, common = true } = {},
): Promise<{ calls: FoundCall[]; next: ListPlace | undefined }> {
  const groups = groupsToCome(by);
  const words = by.text ? [wordsOf(by, common)] : [];
  const parts = groups.map(
    (group) => sql`(${groupPage(ctx, { by, group, limit: size + 1, words })})`,
  );
  const page = sql`(select * from (${sql.join(parts, sql` union all `)}) found
    order by rank, position limit ${size + 1}) page`;
  const rows = await ctx.db
    .select({
      ...listColumns,
      group: sql<ListGroup>`page.list_group`,
      at: sql<string>`page.at`,
      markedTitle: by.text ? headline(by.text, "title") : sql<null>`null`,
      markedText: by.text ? headline(by.text, "text") : sql<null>`null`,
    })
    .from(call)
    .innerJoin(page, sql`page.id = ${call.id}`)
    .innerJoin(body, eq(body.id, call.bodyId))
    .leftJoin(zone, eq(zone.id, call.zoneId))
    .orderBy(sql`page.rank`, sql`page.position`);
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  return {
    calls: shown.map(({ group, at: _, markedTitle, markedText, ...row }) => ({
      ...inList(row, ctx.now),
      group,
      marked:
        markedTitle === null
          ? undefined
          : { title: marksOn(row.title, markedTitle), excerpt: excerptOf(markedText ?? "") },
    })),
    next: last && { group: last.group, at: last.at, id: last.id },
  };
}

const ORDER: readonly ListGroup[] = ["open", "upcoming", "closed"];

/** The groups that the page can hold: the one it begins in, and those behind. */
function groupsToCome({ archive, after }: ListFilters): readonly ListGroup[] {
  if (archive) return ["archive"];
  const from = after ? ORDER.indexOf(after.group) : 0;
  return ORDER.slice(Math.max(from, 0));
}

/** A zone has few calls: they are looked through. */
function wordsOf(by: ListFilters, common: boolean): SQL {
  if (common || by.zone || by.inMunicipality) return hasWords(by.text);
  return sql`${call.id} in ${withWords(by.text, by.archive)}`;
}

type GroupPage = { by: ListFilters; group: ListGroup; limit: number; words?: SQL[] };

/** The first calls of a group behind the given place: of each kind no more than are asked for. */
export function groupPage(ctx: Ctx, { by, group, limit, words = [] }: GroupPage): SQL {
  const down = group === "closed" || group === "archive";
  const order = down ? sql`key desc, id desc` : sql`key, id`;
  const kinds = standings(ctx.now).kinds[group].map(({ where, key }) => {
    const conditions = and(
      where,
      lte(call.publishedAt, ctx.now),
      ...behind(by, group, key),
      ...inPlace(by, ctx.now),
      ...words,
      ...inBoxes(by, ctx.now),
    );
    return sql`(select ${call.id} as id, ${key} as key from ${call} where ${conditions}
      order by ${order} limit ${limit})`;
  });
  return sql`select id, ${group}::text as list_group, ${ORDER.indexOf(group)}::int as rank,
    row_number() over (order by ${order}) as position,
    case when isfinite(key) then to_char(key at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      else key::text end as at
    from (${sql.join(kinds, sql` union all `)}) kinds order by ${order} limit ${limit}`;
}

function behind({ after }: ListFilters, group: ListGroup, key: SQL): SQL[] {
  if (after?.group !== group) return [];
  const comes = group === "closed" || group === "archive" ? sql`<` : sql`>`;
  return [sql`(${key}, ${call.id}) ${comes} (${after.at}::timestamptz, ${after.id}::uuid)`];
}

/** The longest text of a sheet that is looked through for an excerpt. */
const LONGEST = 20_000;

/** The title with its found words marked, or the passage of the texts with most of them. */
function headline(text: string, of: "title" | "text"): SQL<string> {
  const source =
    of === "title"
      ? sql`${call.title}`
      : sql`left(concat_ws(' ', ${call.summary}, (select string_agg(sheet.value, ' ')
          from jsonb_each_text(${call.content} -> 'sheet') sheet)), ${LONGEST})`;
  const options = [
    `StartSel=${MARK.begin}`,
    `StopSel=${MARK.end}`,
    of === "title" ? "HighlightAll=true" : "MaxFragments=1, MaxWords=30, MinWords=15",
  ].join(", ");
  return sql<string>`ts_headline('cantieri_italian',
    search_text(translate(${source}, ${MARK.begin + MARK.end}, '')),
    (select search_marks(${typed(text)})), ${options})`;
}

/** Without a found word an excerpt is only the beginning, which says nothing. */
function excerptOf(text: string): MarkedPart[] {
  const parts = markedParts(
    text.replace(/[*#]+/g, "").replace(/\s+/g, " ").replaceAll("'", "’").trim(),
  );
  if (!parts.some((part) => part.found)) return [];
  const more = { text: "…", found: false };
  return [more, ...parts, more];
}
