import { z } from "zod";
import {
  attendanceSheetSchema,
  changeMeetingSchema,
  MEETING_FIELDS,
  MOST_MEETINGS,
  planSeriesSchema,
} from "@/lib/workshops/schema";

type Flat = Record<string, unknown>;

/** `meeting.title` and so on, as one object. */
function below(prefix: string, flat: Flat): Flat {
  return Object.fromEntries(
    Object.entries(flat).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

const isBlank = (meeting: Flat) => !meeting.title && !meeting.on;

/** The fields of a plan as the form sends them; meetings left blank at the end are left out. */
export const planFormSchema = z.preprocess((given) => {
  const flat = given as Flat;
  const meetings = Array.from({ length: MOST_MEETINGS }, (_, at) => below(`meetings.${at}.`, flat));
  const last = meetings.findLastIndex((meeting) => !isBlank(meeting));
  return { ...flat, callIds: [flat.callIds].flat(), meetings: meetings.slice(0, last + 1) };
}, planSeriesSchema);

export const PLAN_FIELDS = [
  ...["title", "threshold"],
  ...Array.from({ length: MOST_MEETINGS }, (_, at) =>
    MEETING_FIELDS.map((field) => `meetings.${at}.${field}`),
  ).flat(),
];

export const changeFormSchema = z.preprocess(
  (given) => ({ ...(given as Flat), meeting: below("meeting.", given as Flat) }),
  changeMeetingSchema,
);

export const sheetFormSchema = z.preprocess(
  (given) => ({ ...(given as Flat), states: below("states.", given as Flat) }),
  attendanceSheetSchema,
);
