import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";

/**
 * Notes that the privacy notice of the call was read: an acknowledgement, not a consent (the legal
 * basis is public interest). Said again for the same version it changes nothing.
 */
export function acknowledgePrivacy(
  ctx: Ctx,
  input: { applicationId: string; receivedAt?: string },
): Promise<{ applicationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, {
      lock: true,
      ...(input.receivedAt ? { receivedAt: input.receivedAt } : {}),
    });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const version = found.call.content.procedure.privacyNoticeVersion;
    if (found.application.privacyNoticeVersion === version) return input;
    const verdict = mayEdit(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db
      .update(application)
      .set({ privacyAcknowledgedAt: tx.now, privacyNoticeVersion: version, updatedAt: tx.now })
      .where(eq(application.id, input.applicationId));
    await recordEvent(tx, {
      bodyId: found.application.bodyId,
      action: "application.acknowledgePrivacy",
      subjectType: "application",
      subjectId: input.applicationId,
      facts: { version },
    });
    return input;
  });
}
