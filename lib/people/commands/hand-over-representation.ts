import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { membership } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import type { MembershipRole } from "../core/membership";
import { membersForCommand } from "../queries/members-for-command";
import type { memberSchema } from "../schema";

/**
 * Makes a delegate the representative; who was it stays as delegate. Throws NotFound,
 * Refused("only_representative").
 */
export function handOverRepresentation(
  ctx: Ctx,
  { organisationId, personId }: z.output<typeof memberSchema>,
): Promise<{ organisationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { members, own } = await membersForCommand(tx, organisationId);
    if (own.role !== "representative") throw new Refused("only_representative");
    if (!members.some((one) => one.personId === personId)) throw new NotFound();
    const become = (who: string, role: MembershipRole) =>
      tx.db
        .update(membership)
        .set({ role })
        .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, who)));
    // In this order: an organisation never has two.
    await become(own.personId, "delegate");
    await become(personId, "representative");
    await recordEvent(tx, {
      bodyId: undefined,
      action: "organisation.handOver",
      subjectType: "organisation",
      subjectId: organisationId,
      facts: { to: personId },
    });
    return { organisationId };
  });
}
