import { admissibilityCheck } from "@/db/schema/review";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Forbidden, InvalidInput, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayCheck } from "../core/rules";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { RecordCheck } from "../schema";

/** Answers one line of the checklist; answering again corrects it, and the log keeps both. */
export async function recordCheck(ctx: Ctx, input: RecordCheck): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "review.check", reviewed);
    const verdict = mayCheck(reviewed, reviewed.call);
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (!reviewed.requirements.includes(input.requirement)) {
      throw new InvalidInput({ requirement: "unknown_requirement" });
    }
    const checkedBy = personOf(tx.actor);
    if (!checkedBy) throw new Forbidden();
    const given = { answer: input.answer, note: input.note, checkedBy, checkedAt: tx.now };
    await tx.db
      .insert(admissibilityCheck)
      .values({ applicationId: reviewed.id, requirement: input.requirement, ...given })
      .onConflictDoUpdate({
        target: [admissibilityCheck.applicationId, admissibilityCheck.requirement],
        set: given,
      });
    await recordEvent(tx, {
      bodyId: reviewed.bodyId,
      action: "review.check",
      subjectType: "application",
      subjectId: reviewed.id,
      facts: { requirement: input.requirement, answer: input.answer },
    });
  });
}
