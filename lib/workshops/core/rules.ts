import { next } from "@/lib/kernel/states";
import { allowed, firstRefusal, refused, type Verdict } from "@/lib/kernel/verdict";
import { type MeetingState, meetingTransitions } from "./meeting-states";

type KnownMeeting = { state: MeetingState; startsAt: Date; endsAt: Date };

export type AnswerRefusal = "meeting_not_convened" | "meeting_cancelled" | "meeting_started";

/** Whether a convocation may be answered: until the meeting begins. */
export function mayAnswer(meeting: KnownMeeting, now: Date): Verdict<AnswerRefusal> {
  return firstRefusal<AnswerRefusal>(
    meeting.state === "cancelled" ? refused("meeting_cancelled") : allowed,
    meeting.state === "planned" ? refused("meeting_not_convened") : allowed,
    meeting.state === "held" || now >= meeting.startsAt ? refused("meeting_started") : allowed,
  );
}

export type ConveneRefusal = "wrong_state" | "meeting_in_the_past" | "nobody_admitted";

/** Whether a meeting may be convened, or convened again for who came later, for a cohort of this size. */
export function mayConvene(
  meeting: KnownMeeting,
  cohort: number,
  now: Date,
): Verdict<ConveneRefusal> {
  return firstRefusal<ConveneRefusal>(
    meeting.state === "convened" || next(meetingTransitions, meeting.state, "convene")
      ? allowed
      : refused("wrong_state"),
    now < meeting.startsAt ? allowed : refused("meeting_in_the_past"),
    cohort > 0 ? allowed : refused("nobody_admitted"),
  );
}

export type AttendanceRefusal = "meeting_not_convened" | "meeting_cancelled" | "meeting_not_begun";

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

export type CertificateRefusal = "threshold_not_reached" | "meetings_to_come";

/** Certificates are issued when the last meeting of the cycle is over. */
export function mayCertify(given: {
  attended: number;
  threshold: number;
  meetingsToCome: number;
}): Verdict<CertificateRefusal> {
  return firstRefusal<CertificateRefusal>(
    given.meetingsToCome === 0 ? allowed : refused("meetings_to_come"),
    given.attended >= given.threshold ? allowed : refused("threshold_not_reached"),
  );
}
