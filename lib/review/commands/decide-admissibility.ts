import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayDeclareAdmissible, mayDeclareInadmissible } from "../core/rules";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { DecideAdmissibility } from "../schema";
import { writeDecision } from "./write-decision";

/**
 * Closes the formal check of an application. Where applicants are not compared, whoever is
 * admissible is admitted by the same act.
 */
export async function decideAdmissibility(ctx: Ctx, input: DecideAdmissibility): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "review.decide", reviewed);
    const verdict =
      input.result === "admissible"
        ? mayDeclareAdmissible(reviewed, reviewed.call, reviewed.progress)
        : mayDeclareInadmissible(reviewed, reviewed.call, reviewed.progress, input.reasons);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const { result, reasonCode, reasons } = input;
    const after = await writeDecision(tx, reviewed, {
      stage: "admissibility",
      result,
      reasonCode: result === "inadmissible" ? reasonCode : undefined,
      reasons,
    });
    if (result === "admissible" && !reviewed.call.rules.comparative) {
      await writeDecision(tx, after, { stage: "admission", result: "admitted", reasons });
    }
  });
}
