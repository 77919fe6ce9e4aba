import { and, asc, eq, inArray } from "drizzle-orm";
import { convocation, participant } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { offerEnd, offersDue } from "../core/seats";
import { enqueueSeatOffer } from "../mails";
import { countSeats, type LockedMeeting, seriesTitleOf } from "./lock-meeting";

/**
 * Offers the free places of a locked meeting to those who have waited longest, each place once,
 * and tells them until when they can take it. Returns how many were offered.
 */
export async function offerSeats(tx: Ctx, meeting: LockedMeeting): Promise<number> {
  const counts = await countSeats(tx, meeting.id);
  const due = offersDue({ capacity: meeting.capacity, ...counts });
  if (due === 0 || tx.now >= meeting.startsAt) return 0;
  const chosen = await tx.db
    .select({
      id: convocation.id,
      participantId: participant.id,
      name: participant.name,
      email: participant.email,
    })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .where(and(eq(convocation.meetingId, meeting.id), eq(convocation.seat, "waiting")))
    .orderBy(asc(convocation.queuePosition))
    .limit(due);
  const expiresAt = offerEnd(tx.now, meeting.startsAt);
  await tx.db
    .update(convocation)
    .set({ seat: "offered", offerExpiresAt: expiresAt })
    .where(
      inArray(
        convocation.id,
        chosen.map((one) => one.id),
      ),
    );
  const seriesTitle = await seriesTitleOf(tx, meeting.seriesId);
  for (const one of chosen) await enqueueSeatOffer(tx, meeting, seriesTitle, one, expiresAt);
  await enqueue(
    tx,
    "expire-seat-offers",
    { meetingId: meeting.id },
    { key: `${meeting.id}:${expiresAt.getTime()}`, runAt: expiresAt },
  );
  return chosen.length;
}
