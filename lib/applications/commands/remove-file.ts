import { eq } from "drizzle-orm";
import { attachment } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { applicationPolicy } from "../policy";
import { filesInHand } from "../queries/files-in-hand";

/**
 * Takes a file off a draft, or out of an answer to the office: one that was sent before stays where
 * it was sent, and the answer goes without it. Its content stays until retention clears what nothing
 * refers to.
 */
export function removeFile(
  ctx: Ctx,
  input: { applicationId: string; attachmentId: string },
): Promise<{ applicationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { found, verdict, files, asks, request } = await filesInHand(tx, input.applicationId, {
      lock: true,
    });
    applicationPolicy.authorize(tx.actor, "application.edit", found.application);
    const file = files.find((one) => one.id === input.attachmentId);
    // Said twice, or by two tabs: it is gone already.
    if (!file) return { applicationId: input.applicationId };
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (!asks(file.fieldId)) throw new NotFound();
    const wasSent = request && found.attachments.some((one) => one.id === file.id);
    if (wasSent) {
      await tx.db
        .update(integrationRequest)
        .set({ removedFiles: [...request.removedFiles, file.id] })
        .where(eq(integrationRequest.id, request.id));
    } else await tx.db.delete(attachment).where(eq(attachment.id, file.id));
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
