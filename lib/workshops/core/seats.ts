import { next } from "@/lib/kernel/states";
import { SEAT_STATES_TAKING_PLACE, type SeatState, seatTransitions } from "./seat-states";

/** Hours in which an offered seat must be taken, unless the meeting begins before. */
export const OFFER_HOURS = 24;

export const ANSWERS = ["present", "absent", "delegate"] as const;
export type Answer = (typeof ANSWERS)[number];

/** Whether a seat in this state holds one place of the capacity. */
export function takesPlace(seat: SeatState | null): boolean {
  return seat !== null && (SEAT_STATES_TAKING_PLACE as readonly SeatState[]).includes(seat);
}

/**
 * The seat after an answer. `taken` counts the places held by everybody, this one included.
 * Who comes, or sends a delegate, keeps or takes a place, or joins the end of the waiting list;
 * who does not come frees it. Whoever said no may ask again, behind those who wait.
 */
export function seatAfter(
  seat: SeatState | null,
  answer: Answer,
  meeting: { capacity: number; taken: number; waiting: number },
): SeatState | null {
  if (answer === "absent") return seat === null ? null : release(seat);
  if (seat === "accepted" || seat === "waiting") return seat;
  if (seat === "offered") return next(seatTransitions, seat, "accept");
  const free = meeting.capacity - meeting.taken;
  // A free place belongs to whoever waits already.
  return free > meeting.waiting ? "accepted" : "waiting";
}

function release(seat: SeatState): SeatState {
  return next(seatTransitions, seat, "decline") ?? seat;
}

/** How many of those who wait are offered a place now: never more than there are places. */
export function offersDue(meeting: { capacity: number; taken: number; waiting: number }): number {
  return Math.max(0, Math.min(meeting.capacity - meeting.taken, meeting.waiting));
}

/** When an offer made at `now` runs out: after a day, and never later than the meeting's start. */
export function offerEnd(now: Date, startsAt: Date): Date {
  const day = new Date(now.getTime() + OFFER_HOURS * 3_600_000);
  return day < startsAt ? day : startsAt;
}
