import { and, lte, type SQL, sql } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import type { CallTally, ListGroup, StateFilter } from "../core/call-filters";
import {
  hasWords,
  inPlace,
  narrowsNothing,
  openTo,
  standings,
  withAnyWords,
} from "./call-conditions";
import type { ListFilters } from "./found-calls";

/** So many calls are counted, and no more: beyond, a number says less than the time it takes. */
export const MOST_COUNTED = 1_000;

/**
 * How many calls there are of each kind that the boxes tell apart, under what is typed or chosen
 * once. `many`: there are more than are counted, and the tallies are of some of them; `common`: so
 * many have the words that the index of words is of no use. One query.
 */
export async function callTallies(
  ctx: Ctx,
  by: Pick<ListFilters, "text" | "zone" | "inMunicipality" | "archive">,
): Promise<{ tallies: CallTally[]; many: boolean; common: boolean }> {
  const { rows } =
    await ctx.db.execute<Row>(sql`select audiences, themes, list_group as "group", list_state as state, count(*)::int as count,
      max(reached)::int as reached, bool_or(idle) as idle
    from (${reached(ctx, by)}) counted group by 1, 2, 3, 4`);
  const sum = rows.reduce((all, { count }) => all + count, 0);
  const many = Math.max(sum, ...rows.map((row) => row.reached)) > MOST_COUNTED;
  return {
    tallies: rows.map(({ reached: _, idle: __, state, ...row }) => ({
      ...row,
      state: state ?? undefined,
    })),
    many,
    common: many || rows.some((row) => row.idle),
  };
}

type Row = Omit<CallTally, "state"> & {
  state: StateFilter | null;
  /** How many the index of words gave. */
  reached: number;
  /** The words narrow nothing. */
  idle: boolean;
};

/** The calls that are counted; with words alone the index of words finds them. */
function reached(
  ctx: Ctx,
  by: Pick<ListFilters, "text" | "zone" | "inMunicipality" | "archive">,
): SQL {
  const { group, state } = standings(ctx.now);
  const kinds = sql`${openTo(ctx.now)} as audiences, ${call.themes} as themes,
    ${named<ListGroup>(group)} as list_group, ${named<StateFilter>(state)} as list_state`;
  const shown = and(
    by.archive ? group.archive : sql`${call.state} not in ('draft', 'archived')`,
    lte(call.publishedAt, ctx.now),
  );
  if (by.text && !by.zone && !by.inMunicipality) {
    // Call by call: beside a thousand of them the planner would rather read the whole table.
    return sql`select kind.*, hits as reached, ${narrowsNothing(by.text)} as idle
      from (select call_id, count(*) over () as hits
        from ${withAnyWords(by.text, by.archive, MOST_COUNTED + 1)} word) hit
      cross join lateral (select ${kinds} from ${call}
        where ${call.id} = hit.call_id and ${shown} limit 1) kind`;
  }
  return sql`select ${kinds}, 0 as reached, false as idle from ${call}
    where ${and(shown, ...inPlace(by, ctx.now), ...(by.text ? [hasWords(by.text)] : []))}
    limit ${MOST_COUNTED + 1}`;
}

const named = <Name extends string>(cases: Record<Name, SQL>): SQL<Name | null> =>
  sql`case ${sql.join(
    Object.entries<SQL>(cases).map(([name, when]) => sql`when ${when} then ${name}::text`),
    sql` `,
  )} end`;
