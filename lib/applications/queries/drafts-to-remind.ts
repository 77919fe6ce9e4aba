import { sql } from "drizzle-orm";
import { draftReminder } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import type { ReminderHours } from "../core/reminders";

export type DraftToRemind = {
  id: string;
  bodyId: string;
  hours: ReminderHours;
  callTitle: string;
  bodyName: string;
  /** ISO, UTC */
  endsAt: string;
  /** Whether the end has an hour. */
  precise: boolean;
  email: string;
  name: string;
  locale: string;
};

/**
 * Takes drafts whose reminder is due and that had none for this end yet: from here on they have.
 * Two workers at once take different ones. One statement; to be asked in the transaction that
 * writes the letters.
 */
export async function draftsToRemind(tx: Ctx, limit: number): Promise<DraftToRemind[]> {
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const { rows } = await tx.db.execute<DraftToRemind>(sql`
    with due as (
      select a.id, a.body_id as "bodyId", m.hours, c.title as "callTitle", b.name as "bodyName",
        c.closes_at as ends_at, c.closes_at_time is not null as precise, p.email, p.locale,
        trim(p.given_name || ' ' || p.family_name) as name
      from call c
      cross join lateral (select case
        when c.closes_at - interval '24 hours' <= ${now} then 24 else 72 end as hours) m
      join application a on a.call_id = c.id and a.state = 'draft'
        and a.created_at <= c.closes_at - make_interval(hours => m.hours)
      join body b on b.id = a.body_id
      join person p on p.id = a.person_id and p.email is not null
      where c.state = 'published' and c.closes_at > ${now}
        and c.closes_at - interval '72 hours' <= ${now}
        and (c.reopened_for is null or a.track is null
          or case a.track when 'citizen' then 'citizen' else 'organisation' end = any(c.reopened_for))
        and not exists (select from ${draftReminder} r where r.application_id = a.id
          and r.hours = m.hours and r.ends_at = c.closes_at)
      order by a.id limit ${limit}
    ), taken as (
      insert into ${draftReminder} (application_id, hours, ends_at, reminded_at)
      select id, hours, ends_at, ${now} from due
      on conflict do nothing
      returning application_id
    )
    select due.id, "bodyId", hours, "callTitle", "bodyName", precise, email, locale, name,
      to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "endsAt"
    from due join taken on taken.application_id = due.id`);
  return rows;
}
