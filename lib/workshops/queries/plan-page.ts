import { and, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { romeDate } from "@/lib/kernel/rome-time";
import type { Verdict } from "@/lib/kernel/verdict";
import { type MeetingDraft, plannedMeetings, usualThreshold } from "../core/plan-defaults";
import { mayPlanSeries } from "../core/series-rules";
import { workshopsPolicy } from "../policy";

/** What the form of a new cycle begins with. */
export type PlanPage = {
  callId: string;
  title: string;
  admitted: number;
  threshold: number;
  meetings: MeetingDraft[];
  verdict: Verdict<"call_not_published">;
};

/** NotFound for whoever may not plan a cycle of the call's body. */
export async function planPage(ctx: Ctx, callId: string): Promise<PlanPage> {
  if (!/^[0-9a-f-]{36}$/.test(callId)) throw new NotFound();
  const [found] = await ctx.db
    .select({
      bodyId: call.bodyId,
      title: call.title,
      state: call.state,
      places: call.places,
      content: call.content,
    })
    .from(call)
    .where(eq(call.id, callId));
  if (!found || !workshopsPolicy.can(ctx.actor, "series.plan", found)) throw new NotFound();
  const admitted = await ctx.db.$count(
    application,
    and(eq(application.callId, callId), eq(application.state, "admitted")),
  );
  const places = found.places ?? Math.max(admitted, USUAL_PLACES);
  const meetings = plannedMeetings(found.content.meetings, places, romeDate(ctx.now));
  return {
    ...{ callId, admitted, meetings },
    title: found.title,
    threshold: usualThreshold(meetings.length),
    verdict: mayPlanSeries([found.state]),
  };
}

const USUAL_PLACES = 30;
