import { asc, eq, type SQL, sql } from "drizzle-orm";
import { meeting } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import type { MeetingState } from "../core/meeting-states";

export type MeetingMode = "onsite" | "online" | "hybrid";

/** A meeting with its places and what people answered. */
export type MeetingView = {
  id: string;
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: MeetingMode;
  place: string;
  address: string;
  link: string;
  capacity: number;
  state: MeetingState;
  sequence: number;
  counts: {
    convened: number;
    /** Hold a place themselves; an offered one included. */
    coming: number;
    /** Hold a place for a delegate. */
    delegates: number;
    absent: number;
    waiting: number;
    unanswered: number;
    present: number;
    presentByDelegate: number;
  };
};

/** Spelled out: in a query of one table the columns go without its name, and `id` would be c's. */
const THIS = sql.raw('"meeting"."id"');

/** The meetings of a cycle, in their order. One statement. */
export async function meetingsOf(ctx: Ctx, seriesId: string): Promise<MeetingView[]> {
  const counted = (table: "convocation" | "attendance", condition: SQL) =>
    sql<number>`(select count(*)::int from ${sql.raw(table)} c where c.meeting_id = ${THIS} and ${condition})`;
  const takes = sql`c.seat in ('accepted','offered')`;
  const rows = await ctx.db
    .select({
      meeting,
      convened: counted("convocation", sql`true`),
      coming: counted("convocation", sql`${takes} and c.answer <> 'delegate'`),
      delegates: counted("convocation", sql`${takes} and c.answer = 'delegate'`),
      absent: counted("convocation", sql`c.answer = 'absent'`),
      waiting: counted("convocation", sql`c.seat in ('waiting','expired')`),
      unanswered: counted("convocation", sql`c.answer = 'none'`),
      present: counted("attendance", sql`c.state = 'present'`),
      presentByDelegate: counted("attendance", sql`c.state = 'delegate'`),
    })
    .from(meeting)
    .where(eq(meeting.seriesId, seriesId))
    .orderBy(asc(meeting.number));
  return rows.map(({ meeting: row, ...counts }) => ({
    ...row,
    mode: row.mode as MeetingMode,
    state: row.state as MeetingState,
    counts,
  }));
}
