import { inArray, sql } from "drizzle-orm";
import { person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";

/** How others are called whose answers are told of, by id. */
export async function writerNames(
  tx: Ctx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .select({
      id: person.id,
      name: sql<string>`coalesce(nullif(trim(${person.givenName} || ' ' || ${person.familyName}), ''), ${person.email}, '')`,
    })
    .from(person)
    .where(inArray(person.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
