import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayDecideAdmission } from "../core/rules";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { DecideAdmission } from "../schema";
import { writeDecision } from "./write-decision";

/** Admits an admissible application, or does not, with reasons; for calls that compare. */
export async function decideAdmission(ctx: Ctx, input: DecideAdmission): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "review.decide", reviewed);
    const verdict = mayDecideAdmission(reviewed, reviewed.call, input.result, input.reasons);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await writeDecision(tx, reviewed, {
      stage: "admission",
      result: input.result,
      reasonCode: input.result === "notAdmitted" ? input.reasonCode : undefined,
      reasons: input.reasons,
    });
  });
}
