import { eq } from "drizzle-orm";
import { meeting } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused, Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayCancel } from "../core/rules";
import { enqueueMeetingChanged } from "../mails";
import { workshopsPolicy } from "../policy";
import { meetingAudience } from "../queries/meeting-audience";
import type { CancelMeeting } from "../schema";
import { type LockedMeeting, lockMeeting, seriesTitleOf } from "./lock-meeting";

/**
 * Calls a meeting off for good: its calendar entry is cancelled with SEQUENCE + 1, whoever was
 * convened and did not say no is told why, and it counts towards no certificate. The row stays.
 * Stale when somebody changed the meeting since the officer read it.
 */
export async function cancelMeeting(
  ctx: Ctx,
  input: CancelMeeting,
): Promise<{ told: number; seriesId: string }> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "meeting.change", before);
    if (before.sequence !== input.sequence) throw new Stale();
    const verdict = mayCancel(before);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const after: LockedMeeting = {
      ...before,
      state: "cancelled",
      sequence: before.sequence + 1,
      updatedAt: tx.now,
    };
    const { state, sequence, updatedAt } = after;
    await tx.db.update(meeting).set({ state, sequence, updatedAt }).where(eq(meeting.id, after.id));
    const told = before.state === "convened" ? await tell(tx, before, after, input.reason) : 0;
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: "meeting.cancel",
      subjectType: "meeting",
      subjectId: before.id,
      facts: { sequence, told },
    });
    return { told, seriesId: before.seriesId };
  });
}

async function tell(
  tx: Ctx,
  before: LockedMeeting,
  after: LockedMeeting,
  reason: string,
): Promise<number> {
  const people = await meetingAudience(tx, after.id);
  const title = await seriesTitleOf(tx, after.seriesId);
  for (const person of people) {
    await enqueueMeetingChanged(tx, { before, after, cancelled: true, reason }, title, person);
  }
  return people.length;
}
