import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { mailboxFor } from "./desk-mailbox";

export type Recipient = {
  applicationId: string;
  personId: string;
  email: string;
  name: string;
  locale: string;
  /** Written to at a mailbox given at the desk: the application is to be taken first. */
  claims: boolean;
};

/**
 * Those with a mailbox who answer for these applications or work on them, and for whom the desk sent
 * one, at the mailbox given there. One statement.
 */
export async function peopleOfApplications(tx: Ctx, ids: readonly string[]): Promise<Recipient[]> {
  const { rows } = await tx.db.execute<Recipient>(sql`
    select a.id as "applicationId", p.id as "personId", to_whom.email, p.locale,
      trim(p.given_name || ' ' || p.family_name) as name, p.email is null as claims
    from application a cross join lateral (${workersOf}) w
    join person p on p.id = w.person_id
    cross join lateral (select ${mailboxFor} as email) to_whom
    where a.id = any(${sql.param([...ids])}::uuid[]) and to_whom.email is not null
    order by a.id, p.id`);
  return rows;
}

/**
 * The ids of those who answer for an application `a` or work on it: the SQL, from the other end, of
 * the policy's `worksOnIt`.
 */
export const workersOf = sql`select a.person_id union
  select m.person_id from membership m
  where m.organisation_id = a.organisation_id and m.ended_at is null`;
/** The call of each of these applications, as a letter names it. One statement. */
export async function callsOfApplications(
  tx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { callTitle: string; bodyName: string }>> {
  const { rows } = await tx.db.execute<{ id: string; callTitle: string; bodyName: string }>(sql`
    select a.id, c.title as "callTitle", b.name as "bodyName" from application a
    join call c on c.id = a.call_id join body b on b.id = a.body_id
    where a.id = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map(({ id, ...of }) => [id, of]));
}
