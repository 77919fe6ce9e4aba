import "server-only";
import { cache } from "react";
import type { Ctx } from "@/lib/context";
import { isAppError } from "@/lib/kernel/errors";
import { type StaffCall, staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { type MeetingSheet, meetingSheet } from "@/lib/workshops/queries/meeting-sheet";
import { type SeriesView, seriesView } from "@/lib/workshops/queries/series-view";
import { readAsStaff } from "./staff-request";

type SeriesPage = { series: SeriesView; call: StaffCall | undefined; now: Date };

/** A cycle with its first call; once per request. */
export const readSeries = cache(
  (id: string): Promise<SeriesPage> =>
    readAsStaff(routes.staffSeries(id), async (ctx) => {
      const series = await seriesView(ctx, id);
      return { series, call: await firstCall(ctx, series), now: ctx.now };
    }),
);

/** One meeting of a cycle; once per request. */
export const readMeeting = cache(
  (id: string, meeting: string): Promise<{ sheet: MeetingSheet; now: Date }> =>
    readAsStaff(routes.staffMeeting(id, meeting), async (ctx) => ({
      sheet: await meetingSheet(ctx, id, meeting),
      now: ctx.now,
    })),
);

/** Facilitators see cycles without seeing the call. */
async function firstCall(ctx: Ctx, series: SeriesView): Promise<StaffCall | undefined> {
  const [first] = series.calls;
  if (!first) return undefined;
  try {
    return await staffCall(ctx, first.id);
  } catch (error) {
    if (isAppError(error)) return undefined;
    throw error;
  }
}

/** The meeting that is on, or comes next, of those that were not called off. */
export function nextMeeting(series: SeriesView, now: Date) {
  return series.meetings.find(
    (one) => (one.state === "planned" || one.state === "convened") && one.endsAt > now,
  );
}
