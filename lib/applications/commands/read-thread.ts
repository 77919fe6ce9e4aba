import { sql } from "drizzle-orm";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { workersOf } from "../queries/people-of-applications";

/**
 * Notes that somebody on the applicant's side was shown the messages up to a number. Reading an
 * older page later takes nothing back; of who does not work on it nothing is noted.
 */
export async function readThread(
  ctx: Ctx,
  { applicationId, upTo }: { applicationId: string; upTo: number },
): Promise<void> {
  const personId = personOf(ctx.actor);
  if (!personId || ctx.actor.kind !== "person") return;
  await ctx.db.execute(sql`
    insert into thread_reader as known (application_id, person_id, read_number, read_at)
    select t.application_id, ${personId}::uuid, least(t.last_number, ${upTo}::int),
      ${ctx.now.toISOString()}::timestamptz
    from thread t join application a on a.id = t.application_id
    where t.application_id = ${applicationId}::uuid and ${personId}::uuid in (${workersOf})
    on conflict (application_id, person_id) do update
      set read_number = excluded.read_number, read_at = excluded.read_at
      where known.read_number < excluded.read_number`);
}
