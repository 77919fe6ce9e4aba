import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { application, draftReminder } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import type { CallState } from "@/lib/calls/core/states";
import type { Ctx } from "@/lib/context";
import { REMINDER_HOURS, type Remindable, type ReminderHours } from "../core/reminders";
import type { ApplicationTrack } from "../core/tracks";

export type DraftToRemind = Remindable & {
  id: string;
  bodyId: string;
  bodyName: string;
  callTitle: string;
  endsAt: Date;
  /** Whether the end has an hour. */
  precise: boolean;
};

/** A reminder that is written. */
export type Reminder = DraftToRemind & { hours: ReminderHours };

const HOUR_MS = 3_600_000;

/** Drafts that end within the farthest reminder, by id after the given one. */
export async function draftsToRemind(
  tx: Ctx,
  after: string,
  limit: number,
): Promise<DraftToRemind[]> {
  const horizon = new Date(tx.now.getTime() + Math.max(...REMINDER_HOURS) * HOUR_MS);
  const rows = await tx.db
    .select({
      ...{ id: application.id, bodyId: application.bodyId, track: application.track },
      ...{ startedAt: application.createdAt, callState: call.state, closesAt: call.closesAt },
      ...{ reopenedFor: call.reopenedFor, reopenedWithin: call.reopenedWithin },
      ...{ callTitle: call.title, bodyName: body.name },
      precise: sql<boolean>`${call.closesAtTime} is not null`,
      reminded: sql<number[]>`array(select r.hours from ${draftReminder} r
        where r.application_id = ${application.id} and r.ends_at = ${call.closesAt})`,
    })
    .from(application)
    .innerJoin(call, eq(call.id, application.callId))
    .innerJoin(body, eq(body.id, application.bodyId))
    .where(
      and(
        ...[
          eq(application.state, "draft"),
          isNull(application.replacesId),
          gt(application.id, after),
        ],
        ...[gt(call.closesAt, tx.now), lte(call.closesAt, horizon)],
      ),
    )
    .orderBy(application.id)
    .limit(limit);
  return rows.flatMap(({ track, callState, closesAt, reopenedFor, reopenedWithin, ...row }) => {
    if (!closesAt) return [];
    const facts = { state: callState as CallState, closesAt, reopenedFor, reopenedWithin };
    const own = { endsAt: closesAt, track: track as ApplicationTrack | null };
    return [{ ...row, ...own, state: "draft" as const, call: facts }];
  });
}
