import { eq } from "drizzle-orm";
import type { z } from "zod";
import { membership, organisationInvitation } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Refused, Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { membershipInvitation } from "../queries/organisations";
import type { acceptMembershipSchema } from "../schema";

/**
 * Follows an invitation: whoever holds the key of the letter works for the organisation from here
 * on, by delegation. The key is good once. Throws Refused("unknown_invitation").
 */
export function acceptMembership(
  ctx: Ctx,
  { token }: z.output<typeof acceptMembershipSchema>,
): Promise<{ organisationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const personId = personOf(tx.actor);
    if (!personId) throw new Unauthenticated();
    const found = await membershipInvitation(tx, token);
    if (!found) throw new Refused("unknown_invitation");
    const gone = await tx.db
      .delete(organisationInvitation)
      .where(eq(organisationInvitation.id, found.id))
      .returning({ id: organisationInvitation.id });
    if (gone.length === 0) throw new Refused("unknown_invitation");
    const { organisationId } = found;
    await tx.db
      .insert(membership)
      .values({ organisationId, personId, role: "delegate", createdAt: tx.now })
      .onConflictDoUpdate({
        target: [membership.organisationId, membership.personId],
        // Who works for it already, its representative too, stays what he is.
        set: { role: "delegate", createdAt: tx.now, endedAt: null },
        setWhere: eq(membership.role, "delegate"),
      });
    await recordEvent(tx, {
      bodyId: undefined,
      action: "organisation.join",
      subjectType: "organisation",
      subjectId: organisationId,
    });
    return { organisationId };
  });
}
