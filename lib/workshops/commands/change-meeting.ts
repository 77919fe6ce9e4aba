import { and, eq, gt } from "drizzle-orm";
import { convocation, meeting } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { changedFacts, noticeDue } from "../core/meeting-change";
import { meetingInstants } from "../core/meeting-time";
import { mayChange } from "../core/rules";
import { enqueueMeetingChanged } from "../mails";
import { workshopsPolicy } from "../policy";
import { meetingAudience } from "../queries/meeting-audience";
import type { ChangeMeeting, MeetingInput } from "../schema";
import { countSeats, type LockedMeeting, lockMeeting, seriesTitleOf } from "./lock-meeting";
import { expireDueOffers, offerSeats } from "./offer-seats";

/**
 * Changes time, place, mode or places of a meeting in one act: the calendar entry keeps its UID and
 * gets SEQUENCE + 1, and everybody who was convened and did not say no is told. Stale when somebody
 * else changed it first; refused below the number of places already taken, and once it has begun.
 */
export async function changeMeeting(
  ctx: Ctx,
  input: ChangeMeeting,
): Promise<{ told: number; seriesId: string }> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockMeeting(tx, input.meetingId);
    workshopsPolicy.authorize(tx.actor, "meeting.change", before);
    if (before.sequence !== input.sequence) throw new Stale();
    const verdict = mayChange(before, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await expireDueOffers(tx, before);
    const after = changed(tx, before, input.meeting);
    const facts = changedFacts(before, after);
    if (facts.length === 0) throw new Refused("nothing_changed");
    const { taken } = await countSeats(tx, before.id);
    if (after.capacity < taken) throw new InvalidInput({ capacity: "capacity_below_taken" });
    await tx.db.update(meeting).set(after).where(eq(meeting.id, before.id));
    let told = 0;
    if (before.state === "convened") {
      await shortenOffers(tx, after);
      if (noticeDue(facts)) told = await tellTheConvened(tx, before, after, input.reason);
      await offerSeats(tx, after);
    }
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: "meeting.change",
      subjectType: "meeting",
      subjectId: before.id,
      facts: { sequence: after.sequence, changed: facts.join(" "), told },
    });
    return { told, seriesId: before.seriesId };
  });
}

function changed(tx: Ctx, before: LockedMeeting, input: MeetingInput): LockedMeeting {
  const instants = meetingInstants(input);
  if (!instants.ok) throw new InvalidInput({ from: instants.reason });
  if (instants.startsAt <= tx.now) throw new InvalidInput({ on: "in_the_past" });
  const { title, mode, place, address, link, capacity } = input;
  return {
    ...before,
    ...{ title, mode, place, address, link, capacity },
    startsAt: instants.startsAt,
    endsAt: instants.endsAt,
    sequence: before.sequence + 1,
    updatedAt: tx.now,
  };
}

/** A meeting that was brought forward: no offer may outlast its new start. */
async function shortenOffers(tx: Ctx, after: LockedMeeting): Promise<void> {
  await tx.db
    .update(convocation)
    .set({ offerExpiresAt: after.startsAt })
    .where(
      and(
        eq(convocation.meetingId, after.id),
        eq(convocation.seat, "offered"),
        gt(convocation.offerExpiresAt, after.startsAt),
      ),
    );
}

async function tellTheConvened(
  tx: Ctx,
  before: LockedMeeting,
  after: LockedMeeting,
  reason: string,
): Promise<number> {
  const people = await meetingAudience(tx, after.id);
  const title = await seriesTitleOf(tx, after.seriesId);
  for (const person of people) {
    await enqueueMeetingChanged(tx, { before, after, cancelled: false, reason }, title, person);
  }
  return people.length;
}
