import { eq } from "drizzle-orm";
import { meeting } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { next } from "@/lib/kernel/states";
import { inTransaction } from "@/lib/transaction";
import { meetingTransitions } from "../core/meeting-states";
import { workshopsPolicy } from "../policy";
import { lockMeeting } from "./lock-meeting";

/** Closes a meeting that has begun: attendance is complete and counts towards the certificates. */
export async function holdMeeting(ctx: Ctx, input: { meetingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "attendance.record", found);
    const state = next(meetingTransitions, found.state, "hold");
    if (!state) throw new Refused("wrong_state");
    if (tx.now < found.startsAt) throw new Refused("meeting_not_begun");
    await tx.db.update(meeting).set({ state, updatedAt: tx.now }).where(eq(meeting.id, found.id));
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "meeting.hold",
      subjectType: "meeting",
      subjectId: found.id,
      facts: { number: found.number },
    });
  });
}
