import { refusedAttempt } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";

/**
 * Keeps an attempt after the end, or one that another's application stood in the way of, as
 * evidence: who, when by the database's clock, and why it was refused; never what was sent. Runs
 * outside of the transaction that was rolled back. Answers whether it was not written down yet.
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
    /** What stood in the way with the same fiscal code: written down once for each attempt at it. */
    contestedId?: string;
  },
): Promise<boolean> {
  const written = await ctx.db
    .insert(refusedAttempt)
    .values({ id: ctx.newId(), ...attempt, requestId: ctx.requestId })
    .onConflictDoNothing()
    .returning({ id: refusedAttempt.id });
  return written.length > 0;
}
