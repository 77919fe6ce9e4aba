import { and, eq, isNotNull, ne, or } from "drizzle-orm";
import { convocation, meeting, participant } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { meetingInstants } from "../core/meeting-time";
import { enqueueMeetingChanged } from "../mails";
import { workshopsPolicy } from "../policy";
import type { ChangeMeeting } from "../schema";
import { countSeats, type LockedMeeting, lockMeeting, seriesTitleOf } from "./lock-meeting";
import { offerSeats } from "./offer-seats";

/**
 * Changes time, place or mode of a meeting in one act: the calendar entry keeps its UID and gets
 * SEQUENCE + 1, and everybody who was convened and did not say no is told. Refused below the
 * number of places already taken, and after the meeting was held.
 */
export async function changeMeeting(ctx: Ctx, input: ChangeMeeting): Promise<{ told: number }> {
  const instants = meetingInstants(input.meeting);
  if (!instants.ok) throw new InvalidInput({ from: instants.reason });
  return inTransaction(ctx, async (tx) => {
    const before = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "meeting.change", before);
    if (before.sequence !== input.sequence) throw new Stale();
    await refuseImpossible(tx, before, input);
    const { title, mode, place, address, link, capacity } = input.meeting;
    const after: LockedMeeting = {
      ...before,
      ...{ title, mode, place, address, link, capacity },
      startsAt: instants.startsAt,
      endsAt: instants.endsAt,
      sequence: before.sequence + 1,
      updatedAt: tx.now,
    };
    await tx.db.update(meeting).set(after).where(eq(meeting.id, before.id));
    const told = before.state === "convened" ? await tellTheConvened(tx, before, after) : 0;
    if (before.state === "convened") await offerSeats(tx, after);
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: "meeting.change",
      subjectType: "meeting",
      subjectId: before.id,
      facts: { sequence: after.sequence, mode, capacity, told },
    });
    return { told };
  });
}

async function refuseImpossible(
  tx: Ctx,
  meeting: LockedMeeting,
  input: ChangeMeeting,
): Promise<void> {
  if (meeting.state === "held" || meeting.state === "cancelled") throw new Refused("wrong_state");
  const { taken } = await countSeats(tx, meeting.id);
  if (input.meeting.capacity < taken) {
    throw new InvalidInput({ capacity: "capacity_below_taken" });
  }
}

async function tellTheConvened(
  tx: Ctx,
  before: LockedMeeting,
  after: LockedMeeting,
): Promise<number> {
  const people = await tx.db
    .select({ participantId: participant.id, name: participant.name, email: participant.email })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .where(
      and(
        eq(convocation.meetingId, after.id),
        or(ne(convocation.answer, "absent"), isNotNull(convocation.delegateEmail)),
      ),
    );
  const title = await seriesTitleOf(tx, after.seriesId);
  for (const person of people) await enqueueMeetingChanged(tx, before, after, title, person);
  return people.length;
}
