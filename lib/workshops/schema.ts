import { z } from "zod";
import { ANSWERS } from "./core/seats";

const uuid = z.uuid("invalid_id");
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time_missing");

/** A meeting as the officer writes it: local day and times in Europe/Rome. */
export const meetingSchema = z
  .object({
    title: z.string().trim().min(1, "title_missing").max(120, "too_long"),
    on: z.iso.date("date_missing"),
    from: localTime,
    to: localTime,
    mode: z.enum(["onsite", "online", "hybrid"], "mode_missing"),
    place: z.string().trim().max(200, "too_long").default(""),
    address: z.string().trim().max(300, "too_long").default(""),
    link: z
      .union([z.literal(""), z.url({ protocol: /^https$/, error: "link_invalid" })])
      .default(""),
    capacity: z.coerce.number("capacity_invalid").int("capacity_invalid").min(1).max(1000),
  })
  .superRefine((meeting, issues) => {
    const missing = (path: string, message: string) =>
      issues.addIssue({ code: "custom", path: [path], message });
    if (meeting.from >= meeting.to) missing("to", "ends_before_start");
    if (meeting.mode !== "online" && !meeting.place) missing("place", "place_missing");
    if (meeting.mode !== "onsite" && !meeting.link) missing("link", "link_missing");
  });
export type MeetingInput = z.output<typeof meetingSchema>;

export const planSeriesSchema = z.object({
  callIds: z.array(uuid).min(1, "call_missing"),
  title: z.string().trim().min(1, "title_missing").max(160, "too_long"),
  threshold: z.coerce.number("threshold_invalid").int("threshold_invalid").min(1),
  meetings: z.array(meetingSchema).min(1, "meeting_missing").max(12, "too_many_meetings"),
});
export type PlanSeries = z.output<typeof planSeriesSchema>;

export const changeMeetingSchema = z.object({
  meetingId: uuid,
  /** SEQUENCE the officer saw: two changes at once do not overwrite each other. */
  sequence: z.coerce.number().int(),
  meeting: meetingSchema,
});
export type ChangeMeeting = z.output<typeof changeMeetingSchema>;

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
    if (!input.delegateName) {
      issues.addIssue({
        code: "custom",
        path: ["delegateName"],
        message: "delegate_name_missing",
      });
    }
  });
export type AnswerConvocation = z.output<typeof answerConvocationSchema>;

export const recordAttendanceSchema = z.object({
  meetingId: uuid,
  participantId: uuid,
  state: z.enum(["present", "delegate", "absent"], "state_missing"),
});
export type RecordAttendance = z.output<typeof recordAttendanceSchema>;
