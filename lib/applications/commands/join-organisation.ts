import { sql } from "drizzle-orm";
import { membership, organisation } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";

/**
 * The organisation in whose name a person applies: the one with this fiscal code that it works for,
 * or one made now, with the person as its representative. Whoever names the code of a body gets one
 * of its own: it opens nobody else's applications. Returns the organisation's id.
 */
export async function joinOrganisation(
  tx: Ctx,
  given: {
    name: string;
    legalNature: string;
    fiscalCode: string | null;
    personId: string;
    /** The one the application already speaks for. */
    known: string | null;
  },
): Promise<string> {
  if (given.known) return given.known;
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const found = await tx.db.execute<{ id: string }>(sql`
    with mine as (
      select o.id from ${organisation} o
      join ${membership} m on m.organisation_id = o.id and m.ended_at is null
      where o.fiscal_code = ${given.fiscalCode} and m.person_id = ${given.personId}
      order by o.id limit 1
    ), made as (
      insert into ${organisation} (id, name, legal_nature, fiscal_code, created_at)
      select ${tx.newId()}::uuid, ${given.name}, ${given.legalNature}, ${given.fiscalCode}, ${now}
      where not exists (select from mine)
      returning id
    ), member as (
      insert into ${membership} (organisation_id, person_id, role, created_at)
      select id, ${given.personId}::uuid, 'representative', ${now} from made
    )
    select id from mine union all select id from made`);
  const [row] = found.rows;
  if (!row) throw new Error("the organisation has no row");
  return row.id;
}
