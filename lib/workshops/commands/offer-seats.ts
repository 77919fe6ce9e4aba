import { and, asc, eq, inArray, lte, min } from "drizzle-orm";
import { person } from "@/db/schema/people";
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
  if (meeting.state !== "convened" || tx.now >= meeting.startsAt) return 0;
  const counts = await countSeats(tx, meeting.id);
  const due = offersDue({ capacity: meeting.capacity, ...counts });
  if (due === 0) return 0;
  const chosen = await firstInLine(tx, meeting.id, due);
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
  await expireLater(tx, meeting.id, expiresAt);
  return chosen.length;
}

async function firstInLine(tx: Ctx, meetingId: string, places: number) {
  const rows = await tx.db
    .select({
      id: convocation.id,
      participantId: participant.id,
      name: participant.name,
      email: participant.email,
      locale: person.locale,
    })
    .from(convocation)
    .innerJoin(participant, eq(participant.id, convocation.participantId))
    .leftJoin(person, eq(person.id, participant.personId))
    .where(and(eq(convocation.meetingId, meetingId), eq(convocation.seat, "waiting")))
    .orderBy(asc(convocation.queuePosition))
    .limit(places);
  return rows.map((row) => ({ ...row, locale: row.locale ?? "it" }));
}

/** Lets the offers of a locked meeting run out whose time has come, whenever the job runs. */
export async function expireDueOffers(tx: Ctx, meeting: LockedMeeting): Promise<void> {
  await tx.db
    .update(convocation)
    .set({ seat: "expired", offerExpiresAt: null })
    .where(
      and(
        eq(convocation.meetingId, meeting.id),
        eq(convocation.seat, "offered"),
        lte(convocation.offerExpiresAt, tx.now),
      ),
    );
}

/** Comes back for the offers that are still open: a worker whose clock is behind loses none. */
export async function expireOpenOffersLater(tx: Ctx, meeting: LockedMeeting): Promise<void> {
  const [open] = await tx.db
    .select({ at: min(convocation.offerExpiresAt) })
    .from(convocation)
    .where(and(eq(convocation.meetingId, meeting.id), eq(convocation.seat, "offered")));
  if (open?.at) await expireLater(tx, meeting.id, new Date(open.at));
}

async function expireLater(tx: Ctx, meetingId: string, at: Date): Promise<void> {
  await enqueue(
    tx,
    "expire-seat-offers",
    { meetingId },
    { key: `${meetingId}:${at.getTime()}`, runAt: at },
  );
}
