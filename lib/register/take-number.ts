import { sql } from "drizzle-orm";
import { registerEntry } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { romeParts } from "@/lib/kernel/rome-time";

/** A number of the body's register. `id` names the entry. */
export type RegisterNumber = { id: string; year: number; number: number };

/**
 * Registers a document under the next number of the body and of the Rome year of `at`
 * (UTC, microseconds). The counter stays locked until the transaction ends: call it late.
 */
export async function takeRegisterNumber(
  tx: Ctx,
  given: { bodyId: string; kind: string; subjectType: string; subjectId: string; at: string },
): Promise<RegisterNumber> {
  const id = tx.newId();
  const year = romeParts(new Date(given.at)).year;
  const [entry] = await tx.db
    .insert(registerEntry)
    .values({
      id,
      bodyId: given.bodyId,
      year,
      number: sql`take_register_number(${given.bodyId}::uuid, ${year})`,
      kind: given.kind,
      subjectType: given.subjectType,
      subjectId: given.subjectId,
      registeredAt: given.at,
    })
    .returning({ number: registerEntry.number });
  if (!entry) throw new Error("the register gave no number");
  return { id, year, number: entry.number };
}
