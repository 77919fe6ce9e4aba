import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayReopen } from "../core/rules";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { ReopenDecision } from "../schema";
import { writeReopening } from "./write-decision";

/**
 * Takes the decisions on an application back before the outcome is published: they stay in the
 * record as superseded, and the application returns to the checklist.
 */
export async function reopenDecision(ctx: Ctx, input: ReopenDecision): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "review.decide", reviewed);
    const verdict = mayReopen(reviewed, reviewed.call, input.reasons);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await writeReopening(tx, reviewed, input.reasons);
  });
}
