import { next } from "@/lib/kernel/states";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import { type MeetingState, meetingTransitions } from "./meeting-states";

type KnownMeeting = { state: MeetingState; startsAt: Date; endsAt: Date };

export const ANSWER_REFUSALS = [
  "meeting_cancelled",
  "meeting_not_convened",
  "meeting_started",
] as const;
export type AnswerRefusal = (typeof ANSWER_REFUSALS)[number];

/** Whether a convocation may be answered: until the meeting begins. */
export function mayAnswer(meeting: KnownMeeting, now: Date): Verdict<AnswerRefusal> {
  return firstRefusal<AnswerRefusal>(
    meeting.state === "cancelled" ? refused("meeting_cancelled") : allowed,
    meeting.state === "planned" ? refused("meeting_not_convened") : allowed,
    meeting.state === "held" || now >= meeting.startsAt ? refused("meeting_started") : allowed,
  );
}

export const CHANGE_REFUSALS = ["meeting_cancelled", "meeting_held", "meeting_started"] as const;
export type ChangeRefusal = (typeof CHANGE_REFUSALS)[number];

/** Whether room, time, mode or places of a meeting may change: until it begins. */
export function mayChange(meeting: KnownMeeting, now: Date): Verdict<ChangeRefusal> {
  return firstRefusal<ChangeRefusal>(
    mayCancel(meeting),
    now < meeting.startsAt ? allowed : refused("meeting_started"),
  );
}

/** Whether a meeting may be called off: also when nobody came, until it is closed as held. */
export function mayCancel(
  meeting: KnownMeeting,
): Verdict<Exclude<ChangeRefusal, "meeting_started">> {
  if (next(meetingTransitions, meeting.state, "cancel")) return allowed;
  return refused(meeting.state === "held" ? "meeting_held" : "meeting_cancelled");
}

export const ATTENDANCE_REFUSALS = [
  "meeting_cancelled",
  "meeting_not_convened",
  "meeting_not_begun",
] as const;
export type AttendanceRefusal = (typeof ATTENDANCE_REFUSALS)[number];

/** Attendance is taken from half an hour before the start: people sign in at the door. */
const DOOR_OPENS_MINUTES = 30;

export function mayRecordAttendance(meeting: KnownMeeting, now: Date): Verdict<AttendanceRefusal> {
  const doors = new Date(meeting.startsAt.getTime() - DOOR_OPENS_MINUTES * 60_000);
  return firstRefusal<AttendanceRefusal>(
    meeting.state === "cancelled" ? refused("meeting_cancelled") : allowed,
    meeting.state === "planned" ? refused("meeting_not_convened") : allowed,
    now >= doors ? allowed : refused("meeting_not_begun"),
  );
}

export const HOLD_REFUSALS = [...ATTENDANCE_REFUSALS, "meeting_held"] as const;
export type HoldRefusal = (typeof HOLD_REFUSALS)[number];

/** Whether a meeting may be closed as held: once it has begun, and only once. */
export function mayHold(meeting: KnownMeeting, now: Date): Verdict<HoldRefusal> {
  return firstRefusal<HoldRefusal>(
    meeting.state === "held" ? refused("meeting_held") : allowed,
    mayRecordAttendance(meeting, now),
    now >= meeting.startsAt ? allowed : refused("meeting_not_begun"),
  );
}
