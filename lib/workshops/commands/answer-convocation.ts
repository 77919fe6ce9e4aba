import { and, eq } from "drizzle-orm";
import { convocation, participant } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { mayAnswer } from "../core/rules";
import type { SeatState } from "../core/seat-states";
import { seatAfter } from "../core/seats";
import { enqueueDelegateNamed } from "../mails";
import type { AnswerConvocation } from "../schema";
import { countSeats, type LockedMeeting, lockMeeting, seriesTitleOf } from "./lock-meeting";
import { expireDueOffers, offerSeats } from "./offer-seats";

/**
 * Records whether a participant comes, stays away or sends a delegate, by the link of the
 * convocation. Takes a place while there is one, otherwise joins the waiting list; a place that is
 * freed goes to whoever has waited longest. A delegate with an address is told where and when.
 * Refused once the meeting has begun; NotFound for a link of somebody else.
 */
export async function answerConvocation(
  ctx: Ctx,
  input: AnswerConvocation,
): Promise<{ seat: SeatState | null }> {
  return inTransaction(ctx, async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId);
    await ownConvocation(tx, input);
    const verdict = mayAnswer(meeting, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    // An offer ends at its hour, also if the job that says so is late.
    await expireDueOffers(tx, meeting);
    const found = await ownConvocation(tx, input);
    const seat = await takeSeat(tx, meeting, found, input);
    await offerSeats(tx, meeting);
    if (input.answer === "delegate") await tellTheDelegate(tx, meeting, found, input);
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

type OwnConvocation = {
  id: string;
  seat: SeatState | null;
  queuePosition: number | null;
  name: string;
};

async function ownConvocation(tx: Ctx, input: AnswerConvocation): Promise<OwnConvocation> {
  const [found] = await tx.db
    .select({
      id: convocation.id,
      seat: convocation.seat,
      queuePosition: convocation.queuePosition,
      name: participant.name,
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
      delegateEmail: delegate ? addressOf(input) : null,
      answeredAt: tx.now,
    })
    .where(eq(convocation.id, found.id));
  return seat;
}

function addressOf(input: AnswerConvocation): string | null {
  const reading = readEmailAddress(input.delegateEmail);
  return reading.ok ? reading.address : null;
}

/** Where and when, without the personal link: whoever holds that answers for the participant. */
async function tellTheDelegate(
  tx: Ctx,
  meeting: LockedMeeting,
  found: OwnConvocation,
  input: AnswerConvocation,
): Promise<void> {
  const email = addressOf(input);
  if (!email) return;
  const title = await seriesTitleOf(tx, meeting.seriesId);
  const delegate = { name: input.delegateName, email, insteadOf: found.name };
  await enqueueDelegateNamed(tx, meeting, title, found.id, delegate);
}
