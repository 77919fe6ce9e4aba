import { sql } from "drizzle-orm";
import { mailboxFor } from "@/lib/applications/queries/desk-mailbox";
import { workersOf } from "@/lib/applications/queries/people-of-applications";

/** A sending that was refused because of this application; null: not for this reader. */
export type SheetContest = { at: string; who: string | null };

/** Those of the application that is read, the first in front. */
export const contestsOf = sql<SheetContest[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('at', r.received_at,
          'who', trim(p.given_name || ' ' || p.family_name)) order by r.received_at), '[]')
        from refused_attempt r left join person p on p.id = r.person_id
        where r.contested_id = "application"."id")`;

/** No mail reaches anybody of an application: what remains is this telephone, or the post. */
export type Unreached = { phone: string };

/** Null where mail reaches somebody of the application that is read. */
export const unreachedOf = sql<Unreached | null>`(
  select jsonb_build_object('phone', coalesce(author.phone, ''))
  from application a join person author on author.id = a.person_id
  where a.id = "application"."id" and not exists (
    select from lateral (${workersOf}) w join person p on p.id = w.person_id
    where ${mailboxFor} is not null))`;
