import { defineTransitions } from "@/lib/kernel/states";

export const MEETING_STATES = ["planned", "convened", "held", "cancelled"] as const;

export type MeetingState = (typeof MEETING_STATES)[number];
export type MeetingEvent = "convene" | "hold" | "cancel";

/** A change of mode, room or hour is a revision of the meeting, not a state. */
export const meetingTransitions = defineTransitions<MeetingState, MeetingEvent>({
  planned: { convene: "convened", cancel: "cancelled" },
  convened: { hold: "held", cancel: "cancelled" },
  held: {},
  cancelled: {},
});
