import { refusedAttempt } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";

/**
 * Keeps an attempt after the end as evidence: who, when by the database's clock, and why it was
 * refused; never what was sent. Runs outside of the transaction that was rolled back.
 */
export async function recordRefusedAttempt(
  ctx: Ctx,
  attempt: {
    callId: string;
    /** Null: a candidacy was to be begun. */
    applicationId: string | null;
    /** The request of the office that was to be answered. */
    integrationId?: string | null;
    /** The applicant. */
    personId: string | null;
    /** Who acted for the applicant at the desk, and under what the original is found. */
    operatorId?: string | null;
    reference?: string;
    receivedAt: string;
    reason: string;
  },
): Promise<void> {
  await ctx.db
    .insert(refusedAttempt)
    .values({ id: ctx.newId(), ...attempt, requestId: ctx.requestId });
}
