import type { MeetingState } from "./meeting-states";
import type { SeatState } from "./seat-states";
import type { Answer } from "./seats";

export const SEAT_STANDINGS = [
  "cancelled",
  "past",
  "unanswered",
  "confirmed",
  "delegate",
  "waiting",
  "offered",
  "expired",
  "declined",
] as const;
export type SeatStanding = (typeof SEAT_STANDINGS)[number];

/** How a person stands towards a meeting, as one word: what the page and the roster say. */
export function seatStanding(
  own: {
    state: MeetingState;
    startsAt: Date;
    answer: Answer | null;
    seat: SeatState | null;
    offerExpiresAt: Date | null;
  },
  now: Date,
): SeatStanding {
  if (own.state === "cancelled") return "cancelled";
  if (own.state === "held" || now >= own.startsAt) return "past";
  if (own.answer === null) return "unanswered";
  if (own.answer === "absent") return "declined";
  switch (own.seat) {
    case "accepted":
      return own.answer === "delegate" ? "delegate" : "confirmed";
    case "waiting":
      return "waiting";
    case "offered":
      // The job that lets offers run out may be late; the hour is not.
      return own.offerExpiresAt && now >= own.offerExpiresAt ? "expired" : "offered";
    case "expired":
      return "expired";
    default:
      return "declined";
  }
}
