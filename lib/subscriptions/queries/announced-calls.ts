import { type SQL, sql } from "drizzle-orm";
import type { NewCallView } from "@/emails/new-calls";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/**
 * Calls as a letter names them, those that close first in front. What has been taken back or is over
 * in the meantime is left out. One query.
 */
export async function announcedCalls(
  ctx: Ctx,
  which: SQL,
): Promise<(NewCallView & { id: string })[]> {
  const now = ctx.now.toISOString();
  const { rows } = await ctx.db.execute<Row>(sql`
    select c.id, c.title, c.summary, c.slug, b.name as body, z.name as zone, c.opens_at::text as opens,
      c.closes_at::text as closes, c.closes_at_time is not null as precise
    from call c join body b on b.id = c.body_id left join zone z on z.id = c.zone_id
    where c.state = 'published' and coalesce(c.closes_at, 'infinity') > ${now}::timestamptz and ${which}
    order by c.closes_at nulls last, c.id`);
  return rows.map(({ slug, opens, closes, ...row }) => {
    const opensAt = new Date(opens);
    return {
      ...row,
      opensAt: opensAt.toISOString(),
      upcoming: opensAt > ctx.now,
      closesAt: closes && new Date(closes).toISOString(),
      url: routes.call(slug),
    };
  });
}

type Row = Pick<NewCallView, "title" | "summary" | "body" | "zone" | "precise"> & {
  id: string;
  slug: string;
  opens: string;
  closes: string | null;
};
