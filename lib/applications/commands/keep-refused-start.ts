import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { recordRefusedAttempt } from "./record-refused-attempt";

/**
 * Begins something in a transaction; whoever comes after the end of the call leaves a trace: the
 * desk under its own name, never as if it were the applicant.
 */
export async function keepRefusedStart<T>(
  ctx: Ctx,
  { callId, clock, desk }: { callId: string; clock: string; desk?: { reference: string } },
  start: (tx: Ctx) => Promise<T>,
): Promise<T> {
  try {
    return await inTransaction(ctx, start);
  } catch (error) {
    if (error instanceof Refused && error.reason === "deadline_passed") {
      await recordRefusedAttempt(ctx, {
        ...{ callId, applicationId: null, receivedAt: clock, reason: error.reason },
        personId: desk ? null : (personOf(ctx.actor) ?? null),
        ...(desk && { operatorId: personOf(ctx.actor) ?? null, reference: desk.reference }),
      });
    }
    throw error;
  }
}
