import { and, eq, lte, type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { body, zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import type { CallFilters, CallTally, ListGroup, StateFilter } from "../core/call-filters";
import type { ListPlace } from "../core/list-place";
import { MARK, type MarkedPart, markedParts, marksOn } from "../core/marked-text";
import { inBoxes, standings, typed, whereAndWords } from "./call-conditions";
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
 * costs the same wherever it lies.
 */
export async function foundCalls(
  ctx: Ctx,
  by: ListFilters,
  size = LIST_PAGE,
): Promise<{ calls: FoundCall[]; next: ListPlace | undefined }> {
  const groups = groupsToCome(by);
  const parts = groups.map((group) => sql`(${groupPage(ctx, by, group, size)})`);
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

/** What each group is sorted by: an index has each of these orders. */
const KEYS: Record<ListGroup, { key: SQL; down: boolean }> = {
  open: { key: sql`coalesce(${call.closesAt}, 'infinity')`, down: false },
  upcoming: { key: sql`${call.opensAt}`, down: false },
  closed: { key: sql`coalesce(${call.closesAt}, '-infinity')`, down: true },
  archive: { key: sql`coalesce(${call.closesAt}, '-infinity')`, down: true },
};

function groupPage(ctx: Ctx, by: ListFilters, group: ListGroup, size: number): SQL {
  const { key, down } = KEYS[group];
  const order = down ? sql`${key} desc, ${call.id} desc` : sql`${key}, ${call.id}`;
  const behind =
    by.after?.group === group
      ? sql`(${key}, ${call.id}) ${down ? sql`<` : sql`>`}
          (${by.after.at}::timestamptz, ${by.after.id}::uuid)`
      : undefined;
  const conditions = and(
    standings(ctx.now).group[group],
    sql`${call.state} <> 'draft'`,
    lte(call.publishedAt, ctx.now),
    ...whereAndWords(by),
    ...inBoxes(by, ctx.now),
    behind,
  );
  return sql`select ${call.id} as id, ${group}::text as list_group, ${ORDER.indexOf(group)}::int as rank,
    row_number() over (order by ${order}) as position,
    case when isfinite(${key}) then to_char(${key} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      else ${key}::text end as at
    from ${call} where ${conditions} order by ${order} limit ${size + 1}`;
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
    search_marks(${typed(text)}), ${options})`;
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

/** How many calls there are of each kind that the boxes tell apart. One query. */
export async function callTallies(
  ctx: Ctx,
  by: Pick<ListFilters, "text" | "zone" | "inMunicipality" | "archive">,
): Promise<CallTally[]> {
  const { group, state } = standings(ctx.now);
  const named = <Name extends string>(cases: Record<Name, SQL>) =>
    sql<Name | null>`case ${sql.join(
      Object.entries<SQL>(cases).map(([name, when]) => sql`when ${when} then ${name}::text`),
      sql` `,
    )} end`;
  const shown = by.archive ? group.archive : sql`${call.state} not in ('draft', 'archived')`;
  const { rows } = await ctx.db.execute<{
    audiences: string[];
    themes: string[];
    group: ListGroup;
    state: StateFilter | null;
    count: number;
  }>(sql`select audiences, themes, list_group as "group", list_state as state, count(*)::int as count
    from (select ${call.audiences} as audiences, ${call.themes} as themes,
        ${named(group)} as list_group, ${named(state)} as list_state
      from ${call} where ${and(shown, lte(call.publishedAt, ctx.now), ...whereAndWords(by))}) counted
    group by 1, 2, 3, 4`);
  return rows.map((row) => ({ ...row, state: row.state ?? undefined }));
}
