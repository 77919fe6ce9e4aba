import { isNotNull, sql } from "drizzle-orm";
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
  const id = given.known ?? (await organisationId(tx, given));
  await tx.db
    .insert(membership)
    .values({
      organisationId: id,
      personId: given.personId,
      role: "representative",
      createdAt: tx.now,
    })
    .onConflictDoNothing();
  return id;
}

async function organisationId(
  tx: Ctx,
  given: { name: string; legalNature: string; fiscalCode: string | null },
): Promise<string> {
  const insert = tx.db.insert(organisation).values({
    id: tx.newId(),
    name: given.name,
    legalNature: given.legalNature,
    fiscalCode: given.fiscalCode,
    createdAt: tx.now,
  });
  // Who comes second does not rename a body that is known: the update only makes it return its id.
  const [row] = await (given.fiscalCode
    ? insert
        .onConflictDoUpdate({
          target: organisation.fiscalCode,
          targetWhere: isNotNull(organisation.fiscalCode),
          set: { fiscalCode: sql`excluded.fiscal_code` },
        })
        .returning({ id: organisation.id })
    : insert.returning({ id: organisation.id }));
  if (!row) throw new Error("the organisation has no row");
  return row.id;
}
