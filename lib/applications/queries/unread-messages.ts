import { type SQL, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { thread } from "@/db/schema/threads";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { workedOnBy } from "./worked-on-by";

/**
 * `isUnread` of core/thread in SQL: how many messages of an application `a` wait for a person, and
 * the number of the last of them. One row.
 */
export const unreadBy = (
  person: SQL,
  of: SQL = sql`a`,
): SQL => sql`select count(*)::int as count, max(m.number) as last
  from thread t
  left join thread_reader r on r.application_id = t.application_id and r.person_id = ${person}
  left join membership own on own.organisation_id = ${of}.organisation_id
    and own.person_id = ${person} and own.ended_at is null
  join thread_message m on m.application_id = t.application_id and m.side = 'staff'
    and m.number > coalesce(r.read_number, 0)
    and m.sent_at >= coalesce(own.created_at, '-infinity')
  where t.application_id = ${of}.id and t.last_of_staff > coalesce(r.read_number, 0)`;

/** How many messages wait for who asks, on all applications that they work on. One query. */
export async function unreadMessages(ctx: Ctx): Promise<number> {
  const personId = personOf(ctx.actor);
  if (!personId) return 0;
  const [row] = await ctx.db
    .select({ count: sql<number>`coalesce(sum(unread.count), 0)::int` })
    .from(application)
    .crossJoinLateral(sql`(${unreadBy(sql`${personId}::uuid`, sql`"application"`)}) unread`)
    .where(workedOnBy(ctx.actor, personId));
  return row?.count ?? 0;
}

/**
 * When the oldest message of the applicant came that the office has not seen, of the thread that is
 * read or updated; null: it saw all up to `seen`.
 */
export const firstUnseen = (seen: number): SQL => sql`(select min(m.sent_at) from thread_message m
  where m.application_id = ${thread.applicationId} and m.side = 'applicant' and m.number > ${seen})`;
