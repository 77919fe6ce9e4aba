import { z } from "zod";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { isRestDay } from "@/lib/kernel/holidays";
import { meetingInstants } from "./core/meeting-time";
import { ANSWERS } from "./core/seats";

const uuid = z.uuid("invalid_id");
/** A day or hour that is none aborts: what is checked across the fields below reads them. */
const localDay = z.iso.date({ error: "date_missing", abort: true });
const localTime = z
  .string("time_missing")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "time_missing", abort: true });

export const MEETING_MODES = ["onsite", "online", "hybrid"] as const;

/** A meeting as the officer writes it: local day and times in Europe/Rome. */
export const meetingSchema = z
  .object({
    title: z.string("title_missing").trim().min(1, "title_missing").max(120, "too_long"),
    on: localDay,
    from: localTime,
    to: localTime,
    mode: z.enum(MEETING_MODES, "mode_missing"),
    place: z.string().trim().max(200, "too_long").default(""),
    address: z.string().trim().max(300, "too_long").default(""),
    link: z
      .union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)], "link_invalid")
      .default(""),
    capacity: z.coerce
      .number("capacity_invalid")
      .int("capacity_invalid")
      .min(1, "capacity_invalid")
      .max(1000, "capacity_invalid"),
  })
  .superRefine((meeting, issues) => {
    const wrong = (path: string, message: string) =>
      issues.addIssue({ code: "custom", path: [path], message });
    if (meeting.from >= meeting.to) wrong("to", "ends_before_start");
    const instants = meetingInstants(meeting);
    if (!instants.ok) wrong("from", instants.reason);
    if (meeting.mode !== "online" && !meeting.place) wrong("place", "place_missing");
    if (meeting.mode !== "onsite" && !meeting.link) wrong("link", "link_missing");
  });
export type MeetingInput = z.output<typeof meetingSchema>;
export const MEETING_FIELDS = [
  ...(["title", "on", "from", "to", "mode", "place", "address", "link", "capacity"] as const),
] as const;

/** Meetings of one cycle at most. */
export const MOST_MEETINGS = 12;

export const planSeriesSchema = z
  .object({
    callIds: z.array(uuid).min(1, "call_missing"),
    title: z.string("title_missing").trim().min(1, "title_missing").max(160, "too_long"),
    threshold: z.coerce
      .number("threshold_invalid")
      .int("threshold_invalid")
      .min(1, "threshold_invalid"),
    meetings: z
      .array(meetingSchema)
      .min(1, "meeting_missing")
      .max(MOST_MEETINGS, "too_many_meetings"),
    /** The officer has seen that a meeting falls on a Sunday or holiday. */
    restDays: z.literal("yes").optional(),
  })
  .superRefine(({ meetings, threshold, restDays }, issues) => {
    const wrong = (path: (string | number)[], message: string) =>
      issues.addIssue({ code: "custom", path, message });
    if (threshold > meetings.length) wrong(["threshold"], "threshold_above_meetings");
    for (const [at, { on }] of meetings.entries()) {
      if (restDays !== "yes" && isRestDay(on)) wrong(["meetings", at, "on"], "rest_day");
      const before = meetings[at - 1];
      if (before && on < before.on) wrong(["meetings", at, "on"], "wrong_order");
    }
  });
export type PlanSeries = z.output<typeof planSeriesSchema>;

const reason = z.string().trim().max(300, "too_long").default("");

export const changeMeetingSchema = z.object({
  meetingId: uuid,
  /** SEQUENCE the officer saw: two changes at once do not overwrite each other. */
  sequence: z.coerce.number().int(),
  /** Read by whoever is told; may be empty. */
  reason,
  meeting: meetingSchema,
});
export type ChangeMeeting = z.output<typeof changeMeetingSchema>;

export const cancelMeetingSchema = z.object({
  meetingId: uuid,
  sequence: z.coerce.number().int(),
  reason: reason.refine((text) => text.length > 0, "reason_missing"),
});
export type CancelMeeting = z.output<typeof cancelMeetingSchema>;

export const seriesIdSchema = z.object({ seriesId: uuid });
export const meetingIdSchema = z.object({ meetingId: uuid });

export const answerConvocationSchema = z
  .object({
    token: z.string().min(20, "invalid_link").max(100, "invalid_link"),
    meetingId: uuid,
    answer: z.enum(ANSWERS, "answer_missing"),
    delegateName: z.string().trim().max(160, "too_long").default(""),
    delegateEmail: z.string().trim().max(254, "too_long").default(""),
  })
  .superRefine((input, issues) => {
    if (input.answer !== "delegate") return;
    const wrong = (path: string, message: string) =>
      issues.addIssue({ code: "custom", path: [path], message });
    if (!input.delegateName) wrong("delegateName", "delegate_name_missing");
    // Without an address the delegate is told by whoever sends them.
    if (input.delegateEmail && !readEmailAddress(input.delegateEmail).ok) {
      wrong("delegateEmail", "email_invalid");
    }
  });
export type AnswerConvocation = z.output<typeof answerConvocationSchema>;

const attendanceState = z.enum(["present", "delegate", "absent"], "state_missing");

/** The whole list of a meeting at once; who is not in it stays as it was. */
export const attendanceSheetSchema = z.object({
  meetingId: uuid,
  states: z.record(uuid, attendanceState),
});
export type AttendanceSheet = z.output<typeof attendanceSheetSchema>;
