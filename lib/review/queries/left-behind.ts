import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

/** What nobody can enter or send any more once the review of a call has begun. */
export type LeftBehind = {
  /** Drafts of the desk from paper and PEC, which came in time and are not sent. */
  drafts: number;
  /** Applications whose fiscal code somebody else was refused for, and that still stand. */
  contests: number;
};

export async function leftBehind(ctx: Ctx, callId: string): Promise<LeftBehind> {
  const { rows } = await ctx.db.execute<LeftBehind>(sql`
    select
      (select count(*)::int from application a
        where a.call_id = ${callId}::uuid and a.state = 'draft' and a.channel in ('paper', 'pec'))
        as drafts,
      (select count(distinct a.id)::int from refused_attempt r join application a on a.id = r.contested_id
        where r.call_id = ${callId}::uuid and a.state not in ('draft', 'withdrawn')) as contests`);
  return rows[0] ?? { drafts: 0, contests: 0 };
}
