import { eq } from "drizzle-orm";
import type { z } from "zod";
import { person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { peoplePolicy } from "../policy";
import { ownProfile } from "../queries/accounts";
import type { profileSchema } from "../schema";

/**
 * Changes what a person says about itself. Name and fiscal code that an identity provider vouches
 * for stay as they are: the next sign-in would bring them back.
 */
export function updateProfile(ctx: Ctx, input: z.output<typeof profileSchema>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { personId, vouchedFor } = await ownProfile(tx);
    peoplePolicy.authorize(tx.actor, "profile.update", { personId });
    const { givenName, familyName, fiscalCode, ...free } = input;
    await tx.db
      .update(person)
      .set(vouchedFor ? free : { ...free, givenName, familyName, fiscalCode })
      .where(eq(person.id, personId));
  });
}
