import { eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { enqueueTakeOver } from "../mails";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";

/**
 * From here on the actor answers for an application of its organisation: sends it, and receives
 * what is written about it. Who answered for it goes on reading and writing it as a colleague; both
 * get a letter.
 */
export function takeOverApplication(
  ctx: Ctx,
  { applicationId }: { applicationId: string },
): Promise<{ applicationId: string }> {
  return inTransaction(ctx, async (tx) => {
    const personId = personOf(tx.actor);
    if (!personId) throw new Unauthenticated();
    const found = await applicationForCommand(tx, applicationId, { lock: true });
    const { application: row } = found;
    if (row.personId === personId) return { applicationId };
    applicationPolicy.authorize(tx.actor, "application.takeOver", row);
    await tx.db
      .update(application)
      .set({ personId, revision: row.revision + 1, updatedAt: tx.now })
      .where(eq(application.id, applicationId));
    await enqueueTakeOver(tx, found, personId);
    await recordEvent(tx, {
      bodyId: row.bodyId,
      action: "application.takeOver",
      subjectType: "application",
      subjectId: applicationId,
      facts: { from: row.personId },
    });
    return { applicationId };
  });
}
