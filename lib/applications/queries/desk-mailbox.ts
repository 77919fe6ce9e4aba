import { type SQL, sql } from "drizzle-orm";

/** The last mailbox that was given at the desk for an application, by its id; null: none. */
export const deskMailbox = (applicationId: SQL) => sql<string | null>`(select d.email
  from desk_entry d where d.application_id = ${applicationId} and d.email is not null
  order by d.entered_at desc, d.id desc limit 1)`;

/**
 * Where a person `p` is written to about an application `a`: the own mailbox or, for whom it was
 * sent at the desk, the one given there. It proves nothing, so what is written leads to the page
 * that takes the application, and a draft is told to nobody.
 */
export const mailboxFor = sql<string | null>`coalesce(p.email,
  case when p.id = a.person_id and a.submitted_at is not null then ${deskMailbox(sql`a.id`)} end)`;
