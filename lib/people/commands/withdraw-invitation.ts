import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { organisationInvitation } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { membersForCommand } from "../queries/members-for-command";
import type { withdrawInvitationSchema } from "../schema";

/** Makes an invitation void; one that was followed or withdrawn already is gone. */
export function withdrawInvitation(
  ctx: Ctx,
  { organisationId, invitationId }: z.output<typeof withdrawInvitationSchema>,
): Promise<{ organisationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { own } = await membersForCommand(tx, organisationId);
    if (own.role !== "representative") throw new Refused("only_representative");
    await tx.db
      .delete(organisationInvitation)
      .where(
        and(
          eq(organisationInvitation.id, invitationId),
          eq(organisationInvitation.organisationId, organisationId),
        ),
      );
    return { organisationId };
  });
}
