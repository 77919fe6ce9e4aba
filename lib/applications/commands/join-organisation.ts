import { sql } from "drizzle-orm";
import { membership, organisation } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";

/**
 * The organisation in whose name a person applies: known by fiscal code, or made now, with the
 * person among its members. Membership is what the person declares: it opens nobody else's
 * application. Returns the organisation's id.
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
  if (given.known) {
    await tx.db
      .insert(membership)
      .values(memberOf(tx, given.personId, given.known))
      .onConflictDoNothing();
    return given.known;
  }
  // Who comes second does not rename a body that is known: the update only makes it return its id.
  const found = await tx.db.execute<{ id: string }>(sql`
    with body as (
      insert into ${organisation} (id, name, legal_nature, fiscal_code, created_at)
      values (${tx.newId()}, ${given.name}, ${given.legalNature}, ${given.fiscalCode}, ${tx.now.toISOString()})
      on conflict (fiscal_code) where fiscal_code is not null
      do update set fiscal_code = excluded.fiscal_code
      returning id
    ), member as (
      insert into ${membership} (organisation_id, person_id, role, created_at)
      select id, ${given.personId}, 'representative', ${tx.now.toISOString()}::timestamptz from body
      on conflict do nothing
    ) select id from body`);
  const [row] = found.rows;
  if (!row) throw new Error("the organisation has no row");
  return row.id;
}

function memberOf(tx: Ctx, personId: string, organisationId: string) {
  return { organisationId, personId, role: "representative", createdAt: tx.now };
}
