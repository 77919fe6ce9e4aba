import { eq } from "drizzle-orm";
import { attachment } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";

/** Takes a file off a draft. Its content stays until retention clears what nothing refers to. */
export function removeFile(
  ctx: Ctx,
  input: { applicationId: string; attachmentId: string },
): Promise<{ applicationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, { lock: true });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const file = found.attachments.find((one) => one.id === input.attachmentId);
    // Said twice, or by two tabs: it is gone already.
    if (!file) return { applicationId: input.applicationId };
    const verdict = mayEdit(found.application, found.facts, found.timing);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db.delete(attachment).where(eq(attachment.id, file.id));
    await recordEvent(tx, {
      bodyId: found.application.bodyId,
      action: "application.removeFile",
      subjectType: "application",
      subjectId: input.applicationId,
      facts: { attachment: file.id, sha256: file.sha256 },
    });
    return { applicationId: input.applicationId };
  });
}
