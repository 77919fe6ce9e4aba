import { and, eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { InvalidInput } from "@/lib/kernel/errors";

/**
 * Throws InvalidInput where who keeps the desk gives their own mailbox for somebody else: with it
 * they could take what they entered.
 */
export async function refuseOwnMailbox(tx: Ctx, email: string | null): Promise<void> {
  const personId = personOf(tx.actor);
  if (!personId || !email) return;
  const own = await tx.db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.email, email)));
  if (own.length > 0) throw new InvalidInput({ email: "own_mailbox" });
}
