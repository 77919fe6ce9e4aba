import { and, eq, isNull } from "drizzle-orm";
import { outage } from "@/db/schema/outages";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { lockedOutage } from "../queries/locked-outage";

/** Takes back what was written by mistake: it stays in the register, with the reason. */
export async function withdrawOutage(
  ctx: Ctx,
  given: { outageId: string; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await lockedOutage(tx, given.outageId);
    const withdrawn = await tx.db
      .update(outage)
      .set({ withdrawnAt: tx.now, withdrawnReason: given.reason })
      .where(and(eq(outage.id, found.id), isNull(outage.withdrawnAt)))
      .returning({ id: outage.id });
    if (withdrawn.length === 0) throw new Refused("wrong_state");
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "outage.withdrawn",
      subjectType: "outage",
      subjectId: found.id,
    });
  });
}
