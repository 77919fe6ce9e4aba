import { sql } from "drizzle-orm";
import { threadNotice } from "@/db/schema/threads";
import { officeRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { noticeDue, type ThreadSide } from "../core/thread";
import type { HeldThread } from "../queries/held-thread";
import { peopleOfApplications } from "../queries/people-of-applications";

/**
 * Plans the letters that tell the other side of a message. Who has one to come already needs no
 * other, but the row is locked: whoever writes that letter now leaves it for later, or has this
 * message in it.
 */
export async function planNotices(
  tx: Ctx,
  { applicationId, bodyId }: HeldThread,
  side: ThreadSide,
  sentAt: Date,
): Promise<void> {
  if (side === "applicant") return planForOffice(tx, bodyId, sentAt);
  const people = await peopleOfApplications(tx, [applicationId]);
  if (people.length === 0) return;
  const dueAt = noticeDue(sentAt);
  await tx.db
    .insert(threadNotice)
    .values(people.map(({ personId }) => ({ applicationId, personId, dueAt })))
    .onConflictDoUpdate({
      target: [threadNotice.applicationId, threadNotice.personId],
      set: { dueAt: sql`${threadNotice.dueAt}` },
    });
}

/** A row for each of the office, in one order, so that two who write never wait for each other. */
async function planForOffice(tx: Ctx, bodyId: string, sentAt: Date): Promise<void> {
  await tx.db.execute(sql`
    insert into office_notice as known (body_id, person_id, untold_since)
    select distinct s.body_id, s.person_id, ${sentAt.toISOString()}::timestamptz
    from staff_member s
    where s.body_id = ${bodyId}::uuid and s.ended_at is null
      and s.role = any(${sql.param([...officeRoles])}::text[])
    order by s.person_id
    on conflict (body_id, person_id) do update
      set untold_since = least(known.untold_since, excluded.untold_since)`);
}
