import { and, eq, inArray, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { outcome } from "@/db/schema/review";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { publishCallOutcome } from "@/lib/calls/commands/publish-call-outcome";
import { lockedCall } from "@/lib/calls/queries/locked-call";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { Forbidden, Refused } from "@/lib/kernel/errors";
import { addDays } from "@/lib/kernel/local-date";
import { endOfRomeDay, romeDate } from "@/lib/kernel/rome-time";
import { inTransaction } from "@/lib/transaction";
import { DECIDED, mayPublishOutcome, UNDECIDED } from "../core/rules";
import { reviewPolicy } from "../policy";
import type { PublishOutcome } from "../schema";

/** Days an outcome stays public: as long as one can appeal to the court (art. 29 D.Lgs. 104/2010). */
const DAYS_PUBLIC = 60;

/**
 * Publishes the outcome of a call by application code. The letters are one job: it writes them in
 * batches, so that publishing takes no longer for two thousand applicants than for two.
 */
export async function publishOutcome(
  ctx: Ctx,
  input: PublishOutcome,
): Promise<{ letters: number }> {
  return inTransaction(ctx, async (tx) => {
    const reviewed = await lockedCall(tx, input.callId);
    reviewPolicy.authorize(tx.actor, "outcome.publish", reviewed);
    const counts = await countApplications(tx, reviewed.id);
    const verdict = mayPublishOutcome(reviewed, counts);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const publishedBy = personOf(tx.actor);
    if (!publishedBy) throw new Forbidden();
    const id = tx.newId();
    await tx.db.insert(outcome).values({
      id,
      callId: reviewed.id,
      bodyId: reviewed.bodyId,
      actNumber: input.actNumber,
      actDate: input.actDate,
      publishedAt: tx.now,
      expiresAt: endOfRomeDay(addDays(romeDate(tx.now), DAYS_PUBLIC)),
      publishedBy,
    });
    await publishCallOutcome(tx, { callId: reviewed.id });
    await enqueue(tx, "write-letters", { outcomeId: id }, { key: id });
    await recordEvent(tx, {
      bodyId: reviewed.bodyId,
      action: "outcome.publish",
      subjectType: "outcome",
      subjectId: id,
      facts: { decided: counts.decided },
    });
    return { letters: counts.decided };
  });
}

async function countApplications(
  tx: Ctx,
  callId: string,
): Promise<{ undecided: number; decided: number }> {
  const [counts] = await tx.db
    .select({
      undecided: sql<number>`count(*) filter (where ${inArray(application.state, [...UNDECIDED])})::int`,
      decided: sql<number>`count(*) filter (where ${inArray(application.state, [...DECIDED])})::int`,
    })
    .from(application)
    .where(and(eq(application.callId, callId)));
  return counts ?? { undecided: 0, decided: 0 };
}
