import { and, eq, inArray } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { attendance, convocation } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayRecordAttendance } from "../core/rules";
import type { AttendanceState } from "../core/threshold";
import { workshopsPolicy } from "../policy";
import type { AttendanceSheet } from "../schema";
import { type LockedMeeting, lockMeeting } from "./lock-meeting";

/**
 * Records how participants were at a meeting, from half an hour before it begins. Recording again
 * corrects it, and the log keeps both; what did not change is not written again. Refused for
 * somebody whose certificate is issued: it says what it says. NotFound for who was not convened.
 */
export async function recordAttendance(
  ctx: Ctx,
  input: AttendanceSheet,
): Promise<{ recorded: number; seriesId: string }> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "attendance.record", meeting);
    const verdict = mayRecordAttendance(meeting, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const changed = await changedStates(tx, meeting, input.states);
    await refuseCertified(tx, [...changed.keys()]);
    for (const [participantId, state] of changed) {
      await recordOne(tx, meeting, participantId, state);
    }
    return { recorded: changed.size, seriesId: meeting.seriesId };
  });
}

/** What differs from what is stored. NotFound if somebody on the sheet was not convened. */
async function changedStates(
  tx: Ctx,
  meeting: LockedMeeting,
  states: Readonly<Record<string, AttendanceState>>,
): Promise<Map<string, AttendanceState>> {
  const rows = await tx.db
    .select({ participantId: convocation.participantId, state: attendance.state })
    .from(convocation)
    .leftJoin(
      attendance,
      and(
        eq(attendance.meetingId, convocation.meetingId),
        eq(attendance.participantId, convocation.participantId),
      ),
    )
    .where(eq(convocation.meetingId, meeting.id));
  const stored = new Map(rows.map((row) => [row.participantId, row.state]));
  const given = Object.entries(states);
  if (given.some(([participantId]) => !stored.has(participantId))) throw new NotFound();
  return new Map(given.filter(([participantId, state]) => stored.get(participantId) !== state));
}

async function refuseCertified(tx: Ctx, participantIds: string[]): Promise<void> {
  if (participantIds.length === 0) return;
  const certified = await tx.db.$count(
    issuedDocument,
    and(
      inArray(issuedDocument.subjectId, participantIds),
      eq(issuedDocument.kind, "certificate"),
      eq(issuedDocument.state, "valid"),
    ),
  );
  if (certified > 0) throw new Refused("certificate_issued");
}

async function recordOne(
  tx: Ctx,
  meeting: LockedMeeting,
  participantId: string,
  state: AttendanceState,
): Promise<void> {
  const recordedBy = personOf(tx.actor);
  if (!recordedBy) throw new NotFound();
  const recorded = { state, recordedBy, recordedAt: tx.now };
  await tx.db
    .insert(attendance)
    .values({ meetingId: meeting.id, participantId, ...recorded })
    .onConflictDoUpdate({
      target: [attendance.meetingId, attendance.participantId],
      set: recorded,
    });
  await recordEvent(tx, {
    bodyId: meeting.bodyId,
    action: "attendance.record",
    subjectType: "participant",
    subjectId: participantId,
    facts: { meeting: meeting.number, state },
  });
}
