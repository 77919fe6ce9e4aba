import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import type { Timing } from "../core/rules";
import { type SubmissionResult, submissionOf } from "../queries/submission-of";

/**
 * Takes what was sent before out of the way of what is sent in its place, in the transaction of the
 * submission: there is no moment with two of them, nor with none. Returns the one that was replaced;
 * undefined where it had been taken back meanwhile. Throws Refused("deadline_passed" |
 * "wrong_state").
 */
export async function retireReplaced(
  tx: Ctx,
  sent: { id: string; replacesId: string; timing: Timing },
): Promise<SubmissionResult | undefined> {
  // Where late ones are taken: nobody gives up an application in time for one that is late.
  if (sent.timing === "late") throw new Refused("deadline_passed");
  const [replaced] = await tx.db
    .select()
    .from(application)
    .where(eq(application.id, sent.replacesId))
    .for("update");
  if (!replaced || replaced.state === "withdrawn") return undefined;
  if (replaced.state !== "submitted") throw new Refused("wrong_state");
  const before = await submissionOf(tx, replaced.id);
  await tx.db
    .update(application)
    .set({ state: "withdrawn", revision: replaced.revision + 1, updatedAt: tx.now })
    .where(eq(application.id, replaced.id));
  await recordEvent(tx, {
    bodyId: replaced.bodyId,
    action: "application.replaced",
    subjectType: "application",
    subjectId: replaced.id,
    facts: { by: sent.id, number: before.registerNumber },
  });
  return before;
}
