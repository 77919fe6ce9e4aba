import { outage } from "@/db/schema/outages";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { InvalidInput } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { mayRecord, type OutageKind } from "../core/outages";
import { callPolicy } from "../policy";

export type NewOutage = {
  bodyId: string;
  kind: OutageKind;
  startedAt: Date;
  /** Null: it still lasts. */
  endedAt: Date | null;
  note: string;
};

/** Writes an outage into the register of a body. InvalidInput for times that cannot be. */
export async function recordOutage(ctx: Ctx, given: NewOutage): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    callPolicy.authorize(tx.actor, "outage.record", given);
    const verdict = mayRecord(given, new Date(await databaseClock(tx)));
    if (!verdict.ok) {
      throw new InvalidInput({
        [verdict.reason === "ends_before_start" ? "endedOn" : "startedOn"]: verdict.reason,
      });
    }
    const id = tx.newId();
    await tx.db.insert(outage).values({
      ...{ ...given, id },
      recordedBy: personOf(tx.actor) ?? null,
      recordedAt: tx.now,
    });
    await recordEvent(tx, {
      bodyId: given.bodyId,
      action: "outage.recorded",
      subjectType: "outage",
      subjectId: id,
      facts: {
        kind: given.kind,
        startedAt: given.startedAt.toISOString(),
        endedAt: given.endedAt?.toISOString() ?? null,
      },
    });
    return { id };
  });
}
