import { asc, eq, inArray, sql } from "drizzle-orm";
import { convocation, meeting, workshopSeries } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { MeetingState } from "../core/meeting-states";
import { SEAT_STATES_TAKING_PLACE } from "../core/seat-states";

export type LockedMeeting = Omit<typeof meeting.$inferSelect, "state"> & { state: MeetingState };
export type LockedSeries = { id: string; bodyId: string; title: string; threshold: number };

/**
 * Locks a cycle until the transaction ends. Convening and certifying do this first; where a
 * meeting is locked too, it is locked afterwards.
 */
export async function lockSeries(tx: Ctx, seriesId: string): Promise<LockedSeries> {
  const [found] = await tx.db
    .select({
      id: workshopSeries.id,
      bodyId: workshopSeries.bodyId,
      title: workshopSeries.title,
      threshold: workshopSeries.threshold,
    })
    .from(workshopSeries)
    .where(eq(workshopSeries.id, seriesId))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/**
 * Locks a meeting until the transaction ends. Every command that takes or frees a seat does this
 * first: what is counted afterwards stays true until it is written.
 */
export async function lockMeeting(tx: Ctx, meetingId: string): Promise<LockedMeeting> {
  const [found] = await tx.db.select().from(meeting).where(eq(meeting.id, meetingId)).for("update");
  if (!found) throw new NotFound();
  return { ...found, state: found.state as MeetingState };
}

/** Locks all meetings of a cycle, always in the same order. */
export async function lockMeetings(tx: Ctx, seriesId: string): Promise<LockedMeeting[]> {
  const rows = await tx.db
    .select()
    .from(meeting)
    .where(eq(meeting.seriesId, seriesId))
    .orderBy(asc(meeting.number))
    .for("update");
  return rows.map((row) => ({ ...row, state: row.state as MeetingState }));
}

/** Places held and people waiting; only true while the meeting is locked. */
export async function countSeats(
  tx: Ctx,
  meetingId: string,
): Promise<{ taken: number; waiting: number; lastPosition: number }> {
  const taking = inArray(convocation.seat, [...SEAT_STATES_TAKING_PLACE]);
  const [counts] = await tx.db
    .select({
      taken: sql<number>`count(*) filter (where ${taking})::int`,
      waiting: sql<number>`count(*) filter (where ${convocation.seat} = 'waiting')::int`,
      lastPosition: sql<number>`coalesce(max(${convocation.queuePosition}), 0)::int`,
    })
    .from(convocation)
    .where(eq(convocation.meetingId, meetingId));
  return counts ?? { taken: 0, waiting: 0, lastPosition: 0 };
}

/** The name of the cycle that a meeting belongs to. */
export async function seriesTitleOf(tx: Ctx, seriesId: string): Promise<string> {
  const [found] = await tx.db
    .select({ title: workshopSeries.title })
    .from(workshopSeries)
    .where(eq(workshopSeries.id, seriesId));
  if (!found) throw new NotFound();
  return found.title;
}
