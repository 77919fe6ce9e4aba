import { eq } from "drizzle-orm";
import { application, applicationSection, attachment } from "@/db/schema/applications";
import { upload } from "@/db/schema/uploads";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";

/**
 * Leaves a draft that the desk began and that nobody wants sent: answers and files go at once (what
 * is still coming, and the contents, with the next collection), what the desk wrote down of how it
 * came stays. What it was to take the place of stays valid. Said twice it changes nothing. Throws
 * Refused("wrong_state") for what was sent.
 */
export async function giveUpDraft(
  ctx: Ctx,
  { applicationId: id }: { applicationId: string },
): Promise<{ callId: string }> {
  return inTransaction(ctx, async (tx) => {
    const { application: row, attachments } = await applicationForCommand(tx, id, { lock: true });
    applicationPolicy.authorize(tx.actor, "application.atDesk", row);
    if (row.state === "withdrawn" && !row.submittedAt) return { callId: row.callId };
    if (row.state !== "draft") throw new Refused("wrong_state");
    await tx.db.delete(applicationSection).where(eq(applicationSection.applicationId, id));
    await tx.db.delete(attachment).where(eq(attachment.applicationId, id));
    await tx.db.update(upload).set({ expiresAt: tx.now }).where(eq(upload.applicationId, id));
    await tx.db
      .update(application)
      .set({ state: "withdrawn", revision: row.revision + 1, updatedAt: tx.now })
      .where(eq(application.id, id));
    await recordEvent(tx, {
      bodyId: row.bodyId,
      action: "application.giveUp",
      subjectType: "application",
      subjectId: id,
      facts: { channel: row.channel, files: attachments.length },
    });
    return { callId: row.callId };
  });
}
