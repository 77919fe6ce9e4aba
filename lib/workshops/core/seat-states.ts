import { defineTransitions } from "@/lib/kernel/states";

export const SEAT_STATES = ["waiting", "offered", "accepted", "declined", "expired"] as const;

export type SeatState = (typeof SEAT_STATES)[number];
export type SeatEvent = "offer" | "accept" | "decline" | "expire";

/** States that take one place of the capacity: an offer holds its place until it is answered. */
export const SEAT_STATES_TAKING_PLACE = [
  "offered",
  "accepted",
] as const satisfies readonly SeatState[];

/** Whoever accepted or waits may still say no: that frees the place or leaves the list. */
export const seatTransitions = defineTransitions<SeatState, SeatEvent>({
  waiting: { offer: "offered", decline: "declined" },
  offered: { accept: "accepted", decline: "declined", expire: "expired" },
  accepted: { decline: "declined" },
  declined: {},
  expired: {},
});
