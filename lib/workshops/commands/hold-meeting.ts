import { eq } from "drizzle-orm";
import { meeting } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayHold } from "../core/rules";
import { workshopsPolicy } from "../policy";
import { lockMeeting } from "./lock-meeting";

/** Closes a meeting that has begun: attendance is complete and counts towards the certificates. */
export async function holdMeeting(
  ctx: Ctx,
  input: { meetingId: string },
): Promise<{ seriesId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "attendance.record", found);
    const verdict = mayHold(found, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await tx.db
      .update(meeting)
      .set({ state: "held", updatedAt: tx.now })
      .where(eq(meeting.id, found.id));
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "meeting.hold",
      subjectType: "meeting",
      subjectId: found.id,
      facts: { number: found.number },
    });
    return { seriesId: found.seriesId };
  });
}
