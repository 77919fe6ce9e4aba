import { and, eq, isNull } from "drizzle-orm";
import { outage } from "@/db/schema/outages";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
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

/** What the system noticed by itself belongs to no body and is nobody's to change. */
async function lockedOutage(tx: Ctx, id: string): Promise<{ id: string; bodyId: string }> {
  const [found] = await tx.db
    .select({ id: outage.id, bodyId: outage.bodyId })
    .from(outage)
    .where(eq(outage.id, id))
    .for("update");
  if (!found?.bodyId) throw new NotFound();
  callPolicy.authorize(tx.actor, "outage.record", { bodyId: found.bodyId });
  return { id: found.id, bodyId: found.bodyId };
}
