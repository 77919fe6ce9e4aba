import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { session, staffMember } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { peoplePolicy } from "../policy";
import type { endStaffRoleSchema } from "../schema";

/**
 * Takes a role in a body from somebody, at once: their staff sessions end with it.
 * Throws Forbidden, or NotFound where the role is not held.
 */
export function endStaffRole(ctx: Ctx, input: z.output<typeof endStaffRoleSchema>): Promise<void> {
  peoplePolicy.authorize(ctx.actor, "staff.end", input);
  return inTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(staffMember)
      .set({ endedAt: tx.now })
      .where(
        and(
          eq(staffMember.bodyId, input.bodyId),
          eq(staffMember.personId, input.personId),
          eq(staffMember.role, input.role),
          isNull(staffMember.endedAt),
        ),
      )
      .returning({ role: staffMember.role });
    if (ended.length === 0) throw new NotFound();
    await tx.db
      .delete(session)
      .where(and(eq(session.personId, input.personId), eq(session.strength, "staff")));
    await recordEvent(tx, {
      bodyId: input.bodyId,
      action: "staff.roleEnded",
      subjectType: "person",
      subjectId: input.personId,
      facts: { role: input.role },
    });
  });
}
