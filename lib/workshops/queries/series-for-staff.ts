import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { zone } from "@/db/schema/territory";
import { meeting, participant, seriesCall, workshopSeries } from "@/db/schema/workshops";
import { bodiesOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { workshopsPolicy } from "../policy";

export type SeriesListItem = {
  id: string;
  title: string;
  zoneName: string;
  meetings: number;
  held: number;
  nextAt: Date | null;
  people: number;
};

/** The cycles of the actor's bodies, or those of one call, the one that meets next first. */
export async function seriesForStaff(ctx: Ctx, callId?: string): Promise<SeriesListItem[]> {
  const bodies = bodiesOf(ctx.actor).filter((bodyId) =>
    workshopsPolicy.can(ctx.actor, "series.view", { bodyId }),
  );
  if (bodies.length === 0) return [];
  const ofCall = callId
    ? inArray(
        workshopSeries.id,
        ctx.db
          .select({ id: seriesCall.seriesId })
          .from(seriesCall)
          .where(eq(seriesCall.callId, callId)),
      )
    : undefined;
  const nextAt = sql<
    string | null
  >`min(${meeting.startsAt}) filter (where ${meeting.endsAt} > ${ctx.now} and ${meeting.state} <> 'cancelled')`;
  const rows = await ctx.db
    .select({
      id: workshopSeries.id,
      title: workshopSeries.title,
      zoneName: zone.name,
      meetings: sql<number>`(count(*) filter (where ${meeting.state} <> 'cancelled'))::int`,
      held: sql<number>`(count(*) filter (where ${meeting.state} = 'held'))::int`,
      nextAt,
      people: sql<number>`(select count(*)::int from ${participant} where ${participant.seriesId} = ${workshopSeries.id})`,
    })
    .from(workshopSeries)
    .leftJoin(meeting, eq(meeting.seriesId, workshopSeries.id))
    .leftJoin(zone, eq(zone.id, workshopSeries.zoneId))
    .where(and(inArray(workshopSeries.bodyId, bodies), ofCall))
    .groupBy(workshopSeries.id, zone.name)
    .orderBy(sql`${nextAt} nulls last`, desc(workshopSeries.createdAt));
  return rows.map((row) => ({
    ...row,
    zoneName: row.zoneName ?? "",
    nextAt: row.nextAt ? new Date(row.nextAt) : null,
  }));
}
