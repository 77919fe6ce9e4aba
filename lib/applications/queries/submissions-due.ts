import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

const PAGE = 50;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * The next submissions with answers whose days are over, by id. Those of calls that are neither over
 * nor looked at yet have none, but for what was taken back where there is no end, and those that are empty are not opened again.
 */
export async function submissionsDue(
  ctx: Ctx,
  after = BEFORE_ALL,
): Promise<{ id: string; applicationId: string }[]> {
  const { rows } = await ctx.db.execute<{ id: string; applicationId: string }>(sql`
    select s.id, s.application_id as "applicationId"
    from submission s join application a on a.id = s.application_id join call c on c.id = a.call_id
    where s.id > ${after}::uuid
      and (c.state in ('outcomePublished', 'archived', 'revoked')
        or (a.state = 'withdrawn' and c.closes_at is null)
        or exists (select from decision d where d.application_id = a.id))
      and not exists (select from answer_erasure e where e.submission_id = s.id and e.rest = 0)
      and cardinality(answers_due(s.id)) > 0
    order by s.id limit ${PAGE}`);
  return rows;
}
