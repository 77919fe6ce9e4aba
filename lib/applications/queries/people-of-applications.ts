import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

export type Recipient = {
  applicationId: string;
  personId: string;
  email: string;
  name: string;
  locale: string;
};

/** Those with a mailbox who answer for these applications or work on them. One statement. */
export async function peopleOfApplications(tx: Ctx, ids: readonly string[]): Promise<Recipient[]> {
  const { rows } = await tx.db.execute<Recipient>(sql`
    select a.id as "applicationId", p.id as "personId", p.email, p.locale,
      trim(p.given_name || ' ' || p.family_name) as name
    from application a cross join lateral (${workersOf}) w
    join person p on p.id = w.person_id
    where a.id = any(${sql.param([...ids])}::uuid[]) and p.email is not null
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
