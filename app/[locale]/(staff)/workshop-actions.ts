"use server";
import { action } from "@/lib/actions";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";
import { cancelMeeting } from "@/lib/workshops/commands/cancel-meeting";
import { changeMeeting } from "@/lib/workshops/commands/change-meeting";
import { conveneSeries } from "@/lib/workshops/commands/convene-series";
import { holdMeeting } from "@/lib/workshops/commands/hold-meeting";
import { issueCertificates } from "@/lib/workshops/commands/issue-certificates";
import { planSeries } from "@/lib/workshops/commands/plan-series";
import { recordAttendance } from "@/lib/workshops/commands/record-attendance";
import { cancelMeetingSchema, meetingIdSchema, seriesIdSchema } from "@/lib/workshops/schema";
import { changeFormSchema, PLAN_FIELDS, planFormSchema, sheetFormSchema } from "./workshop-forms";

export const planSeriesAction = action("series.plan", planFormSchema, planSeries, {
  audience: "staff",
  redirectTo: ({ id }) => `${routes.staffSeries(id)}?fatto=creato`,
  keep: PLAN_FIELDS,
});

export const conveneAction = action(
  "series.convene",
  seriesIdSchema,
  async (ctx: Ctx, input) => ({ ...input, ...(await conveneSeries(ctx, input)) }),
  {
    audience: "staff",
    redirectTo: ({ seriesId, convened }) =>
      `${routes.staffSeries(seriesId)}?fatto=convocati&persone=${convened}`,
  },
);

export const changeMeetingAction = action("meeting.change", changeFormSchema, changeMeeting, {
  audience: "staff",
  redirectTo: ({ seriesId, told }) =>
    `${routes.staffSeries(seriesId)}?fatto=cambiato&persone=${told}`,
});

export const cancelMeetingAction = action("meeting.cancel", cancelMeetingSchema, cancelMeeting, {
  audience: "staff",
  redirectTo: ({ seriesId, told }) =>
    `${routes.staffSeries(seriesId)}?fatto=annullato&persone=${told}`,
  keep: ["reason"],
});

export const recordAttendanceAction = action(
  "attendance.record",
  sheetFormSchema,
  async (ctx: Ctx, input) => ({
    ...(await recordAttendance(ctx, input)),
    meetingId: input.meetingId,
  }),
  {
    audience: "staff",
    redirectTo: ({ seriesId, meetingId }) =>
      `${routes.staffMeeting(seriesId, meetingId)}?fatto=presenze`,
  },
);

export const holdMeetingAction = action("meeting.hold", meetingIdSchema, holdMeeting, {
  audience: "staff",
  redirectTo: ({ seriesId }) => `${routes.staffSeries(seriesId)}?fatto=chiuso`,
});

export const issueCertificatesAction = action(
  "certificate.issue",
  seriesIdSchema,
  async (ctx: Ctx, input) => ({ ...input, ...(await issueCertificates(ctx, input)) }),
  {
    audience: "staff",
    redirectTo: ({ seriesId, issued }) =>
      `${routes.staffSeriesAttendance(seriesId)}?fatto=attestati&persone=${issued}`,
  },
);
