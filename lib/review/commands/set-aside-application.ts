import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { refusedAttempt } from "@/db/schema/calls";
import { sendMessage } from "@/lib/applications/commands/send-message";
import { settleOpenRequest } from "@/lib/applications/commands/settle-open-request";
import { maySetAside } from "@/lib/applications/core/rules";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { SetAside } from "../schema";

/**
 * Takes an application out of the way of another person with the same fiscal code, after somebody
 * was refused for it: a code that is typed proves nothing, and the office finds out whose it is. Its
 * author reads the reason among the messages, where it can be erased; what was sent stays as it was.
 * Said twice it changes nothing. Throws Refused(SetAsideReason).
 */
export async function setAsideApplication(ctx: Ctx, input: SetAside): Promise<void> {
  const { applicationId, key, reasons } = input;
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, applicationId);
    reviewPolicy.authorize(tx.actor, "review.decide", reviewed);
    const found = await applicationForCommand(tx, applicationId);
    if (found.application.setAsideAt) return;
    const contests = await tx.db.$count(
      refusedAttempt,
      eq(refusedAttempt.contestedId, applicationId),
    );
    const verdict = maySetAside({ state: reviewed.state, contested: contests > 0 }, reviewed.call);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await sendMessage(tx, { applicationId, key, text: reasons, seen: 0 });
    await settleOpenRequest(tx, found);
    await tx.db
      .update(application)
      .set({
        ...{ state: "withdrawn", setAsideAt: tx.now, updatedAt: tx.now },
        revision: reviewed.revision + 1,
      })
      .where(eq(application.id, applicationId));
    await recordEvent(tx, {
      bodyId: reviewed.bodyId,
      action: "application.setAside",
      subjectType: "application",
      subjectId: applicationId,
      facts: { code: found.application.code, contests },
    });
  });
}
