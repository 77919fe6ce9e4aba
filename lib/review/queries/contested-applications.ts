import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

/** An application with a fiscal code that somebody else wanted to send with, too. */
export type ContestedApplication = { id: string; code: string; attempts: number; lastAt: string };

/** Those of a call that still stand in somebody's way. One query. */
export async function contestedApplications(
  ctx: Ctx,
  callId: string,
): Promise<ContestedApplication[]> {
  const { rows } = await ctx.db.execute<ContestedApplication>(sql`
    select a.id, a.code, count(*)::int as attempts,
      to_char(max(r.received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt"
    from refused_attempt r join application a on a.id = r.contested_id
    where r.call_id = ${callId}::uuid and a.state not in ('draft', 'withdrawn')
    group by a.id, a.code order by a.code`);
  return rows;
}
