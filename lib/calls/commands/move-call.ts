import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import { inTransaction } from "@/lib/transaction";
import { mayMove } from "../core/rules";
import { callTransitions } from "../core/states";
import { callPolicy } from "../policy";
import { lockedCall } from "../queries/locked-call";

/** Events that change nothing but the state; acts (suspension, revocation) carry more. */
type Move = "startReview" | "publishOutcome" | "archive";

/** The part that the use cases of moving have in common; inside a transaction it joins it. */
export async function moveCall(ctx: Ctx, callId: string, event: Move): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await lockedCall(tx, callId);
    callPolicy.authorize(tx.actor, `call.${event}`, before);
    const verdict = mayMove(before, event, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const state = next(callTransitions, before.state, event) ?? before.state;
    await tx.db.update(call).set({ state, updatedAt: tx.now }).where(eq(call.id, callId));
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: `call.${event}`,
      subjectType: "call",
      subjectId: callId,
      facts: { from: before.state, to: state },
    });
  });
}
