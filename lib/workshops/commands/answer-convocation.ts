import { and, eq } from "drizzle-orm";
import { convocation, participant } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { mayAnswer } from "../core/rules";
import type { SeatState } from "../core/seat-states";
import { seatAfter, takesPlace } from "../core/seats";
import type { AnswerConvocation } from "../schema";
import { countSeats, type LockedMeeting, lockMeeting } from "./lock-meeting";
import { offerSeats } from "./offer-seats";

/**
 * Records whether a participant comes, stays away or sends a delegate, by the link of the
 * convocation. Takes a place while there is one, otherwise joins the waiting list; a place that is
 * freed goes to whoever has waited longest. Refused once the meeting has begun.
 */
export async function answerConvocation(
  ctx: Ctx,
  input: AnswerConvocation,
): Promise<{ seat: SeatState | null }> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    const found = await ownConvocation(tx, input);
    const verdict = mayAnswer(meeting, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const seat = await takeSeat(tx, meeting, found, input);
    if (takesPlace(found.seat) && !takesPlace(seat)) await offerSeats(tx, meeting);
    await recordEvent(tx, {
      bodyId: meeting.bodyId,
      action: "convocation.answer",
      subjectType: "convocation",
      subjectId: found.id,
      facts: { answer: input.answer, seat },
    });
    return { seat };
  });
}

type OwnConvocation = { id: string; seat: SeatState | null; queuePosition: number | null };

async function ownConvocation(tx: Ctx, input: AnswerConvocation): Promise<OwnConvocation> {
  const [found] = await tx.db
    .select({
      id: convocation.id,
      seat: convocation.seat,
      queuePosition: convocation.queuePosition,
    })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .where(
      and(
        eq(convocation.meetingId, input.meetingId),
        eq(participant.tokenHash, sha256(input.token)),
      ),
    );
  if (!found) throw new NotFound();
  return { ...found, seat: found.seat as SeatState | null };
}

async function takeSeat(
  tx: Ctx,
  meeting: LockedMeeting,
  found: OwnConvocation,
  input: AnswerConvocation,
): Promise<SeatState | null> {
  const counts = await countSeats(tx, meeting.id);
  const seat = seatAfter(found.seat, input.answer, { capacity: meeting.capacity, ...counts });
  const joinsQueue = seat === "waiting" && found.seat !== "waiting";
  const delegate = input.answer === "delegate";
  await tx.db
    .update(convocation)
    .set({
      answer: input.answer,
      seat,
      queuePosition: joinsQueue ? counts.lastPosition + 1 : found.queuePosition,
      offerExpiresAt: null,
      delegateName: delegate ? input.delegateName : null,
      delegateEmail: delegate ? input.delegateEmail : null,
      answeredAt: tx.now,
    })
    .where(eq(convocation.id, found.id));
  return seat;
}
