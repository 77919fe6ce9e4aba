import { inArray } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { meeting, seriesCall, workshopSeries } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { meetingInstants } from "../core/meeting-time";
import { mayPlanSeries } from "../core/series-rules";
import { workshopsPolicy } from "../policy";
import type { MeetingInput, PlanSeries } from "../schema";

/**
 * Plans a cycle of meetings for the applicants admitted by one or more calls of a body. Nobody is
 * told yet: that is done by convening. Refused for a call that nobody can read yet.
 */
export async function planSeries(ctx: Ctx, input: PlanSeries): Promise<{ id: string }> {
  if (input.threshold > input.meetings.length) {
    throw new InvalidInput({ threshold: "threshold_above_meetings" });
  }
  return inTransaction(ctx, async (tx) => {
    const { states, ...of } = await commonOrigin(tx, input.callIds);
    workshopsPolicy.authorize(tx.actor, "series.plan", of);
    const verdict = mayPlanSeries(states);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const id = tx.newId();
    const { title, threshold } = input;
    await tx.db.insert(workshopSeries).values({ id, ...of, title, threshold, createdAt: tx.now });
    await tx.db
      .insert(seriesCall)
      .values(input.callIds.map((callId) => ({ seriesId: id, callId })));
    await tx.db
      .insert(meeting)
      .values(input.meetings.map((one, at) => newMeeting(tx, one, at + 1, id, of.bodyId)));
    await recordEvent(tx, {
      bodyId: of.bodyId,
      action: "series.plan",
      subjectType: "workshopSeries",
      subjectId: id,
      facts: { meetings: input.meetings.length, threshold },
    });
    return { id };
  });
}

/** Body, zone and process of the calls; calls of two bodies have no cycle in common. */
async function commonOrigin(
  tx: Ctx,
  callIds: readonly string[],
): Promise<{
  bodyId: string;
  zoneId: string | null;
  processId: string | null;
  states: string[];
}> {
  const calls = await tx.db
    .select({
      bodyId: call.bodyId,
      zoneId: call.zoneId,
      processId: call.processId,
      state: call.state,
    })
    .from(call)
    .where(inArray(call.id, [...callIds]));
  const [first] = calls;
  if (!first || calls.length !== new Set(callIds).size) throw new NotFound();
  if (calls.some((one) => one.bodyId !== first.bodyId)) {
    throw new InvalidInput({ callIds: "calls_of_two_bodies" });
  }
  const { bodyId, zoneId, processId } = first;
  return { bodyId, zoneId, processId, states: calls.map((one) => one.state) };
}

function newMeeting(
  tx: Ctx,
  input: MeetingInput,
  number: number,
  seriesId: string,
  bodyId: string,
): typeof meeting.$inferInsert {
  const instants = meetingInstants(input);
  if (!instants.ok) throw new InvalidInput({ [`meetings.${number - 1}.from`]: instants.reason });
  const id = tx.newId();
  return {
    id,
    seriesId,
    bodyId,
    number,
    title: input.title,
    startsAt: instants.startsAt,
    endsAt: instants.endsAt,
    mode: input.mode,
    place: input.place,
    address: input.address,
    link: input.link,
    capacity: input.capacity,
    calendarUid: `${id}@cantieri`,
    updatedAt: tx.now,
  };
}
