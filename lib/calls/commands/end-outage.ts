import { and, eq, isNull } from "drizzle-orm";
import { outage } from "@/db/schema/outages";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { lockedOutage } from "../queries/locked-outage";

/** Ends one that lasts, at the moment of the database's clock. */
export async function endOutage(ctx: Ctx, given: { outageId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await lockedOutage(tx, given.outageId);
    const endedAt = new Date(await databaseClock(tx));
    const ended = await tx.db
      .update(outage)
      .set({ endedAt })
      .where(and(eq(outage.id, found.id), isNull(outage.endedAt), isNull(outage.withdrawnAt)))
      .returning({ id: outage.id });
    if (ended.length === 0) throw new Refused("wrong_state");
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "outage.ended",
      subjectType: "outage",
      subjectId: found.id,
      facts: { endedAt: endedAt.toISOString() },
    });
  });
}
