import { and, eq } from "drizzle-orm";
import { attendance, convocation } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayRecordAttendance } from "../core/rules";
import { workshopsPolicy } from "../policy";
import type { RecordAttendance } from "../schema";
import { lockMeeting } from "./lock-meeting";

/** Records how a participant was at a meeting; recording again corrects it, and the log keeps both. */
export async function recordAttendance(ctx: Ctx, input: RecordAttendance): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "attendance.record", meeting);
    const verdict = mayRecordAttendance(meeting, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await refuseStrangers(tx, input);
    const recordedBy = personOf(tx.actor);
    if (!recordedBy) throw new NotFound();
    const row = { ...input, recordedBy, recordedAt: tx.now };
    await tx.db
      .insert(attendance)
      .values(row)
      .onConflictDoUpdate({
        target: [attendance.meetingId, attendance.participantId],
        set: { state: input.state, recordedBy, recordedAt: tx.now },
      });
    await recordEvent(tx, {
      bodyId: meeting.bodyId,
      action: "attendance.record",
      subjectType: "participant",
      subjectId: input.participantId,
      facts: { meeting: meeting.number, state: input.state },
    });
  });
}

async function refuseStrangers(tx: Ctx, input: RecordAttendance): Promise<void> {
  const found = await tx.db.$count(
    convocation,
    and(
      eq(convocation.meetingId, input.meetingId),
      eq(convocation.participantId, input.participantId),
    ),
  );
  if (found === 0) throw new NotFound();
}
