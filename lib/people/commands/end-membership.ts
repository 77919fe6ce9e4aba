import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { membership } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayEnd } from "../core/membership";
import { membersForCommand } from "../queries/members-for-command";
import type { memberSchema } from "../schema";

/**
 * Ends somebody's work for an organisation, or one's own. Applications stay with who answers for
 * them. Throws NotFound, Refused(MembershipReason). `left`: it was one's own.
 */
export function endMembership(
  ctx: Ctx,
  { organisationId, personId }: z.output<typeof memberSchema>,
): Promise<{ organisationId: string; left: boolean }> {
  return inTransaction(ctx, async (tx) => {
    const { members, own } = await membersForCommand(tx, organisationId);
    const left = own.personId === personId;
    const verdict = mayEnd({ role: own.role, self: left, people: members.length });
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db
      .update(membership)
      .set({ endedAt: tx.now, role: "delegate" })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)));
    await recordEvent(tx, {
      bodyId: undefined,
      action: "organisation.leave",
      subjectType: "organisation",
      subjectId: organisationId,
      facts: { person: personId },
    });
    return { organisationId, left };
  });
}
