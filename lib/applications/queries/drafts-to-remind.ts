import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { application, applicationSection, draftReminder } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { answersIn, readForm } from "@/lib/calls/core/form-visibility";
import type { CallState } from "@/lib/calls/core/states";
import { frozenForm } from "@/lib/calls/queries/frozen-form";
import type { Ctx } from "@/lib/context";
import { placeOf } from "../core/applicant";
import { draftAnswers } from "../core/draft-answers";
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
      form: sql<string>`coalesce(${call.formDefinitionId}, ${application.formDefinitionId})`,
      // Only a call that is open again for a part asks who somebody is.
      sections: sql<Sections>`case when ${call.reopenedWithin} is null then '{}' else (
        select coalesce(jsonb_object_agg(s.section_id, jsonb_build_object('answers', s.answers)), '{}')
        from ${applicationSection} s where s.application_id = ${application.id}) end`,
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
  const drafts: DraftToRemind[] = [];
  for (const { callState, closesAt, reopenedFor, reopenedWithin, form, sections, ...row } of rows) {
    if (!closesAt) continue;
    const facts = { state: callState as CallState, closesAt, reopenedFor, reopenedWithin };
    const track = row.track as ApplicationTrack | null;
    const known =
      reopenedWithin && track ? await whoApplies(tx, { form, sections, track }) : NOBODY;
    drafts.push({ ...row, ...known, track, endsAt: closesAt, state: "draft", call: facts });
  }
  return drafts;
}

type Sections = Record<string, { answers: Record<string, unknown> }>;

const NOBODY = { nature: null, place: null };

/** What a draft says by now of who applies, by the rule that is asked when it is sent. */
async function whoApplies(
  tx: Ctx,
  given: { form: string; sections: Sections; track: ApplicationTrack },
) {
  const definition = await frozenForm(tx, given.form);
  const answers = draftAnswers(definition, { sections: given.sections, attachments: [] });
  const read = readForm(definition, given.track, answers);
  return { nature: read.nature, place: placeOf(read.fields, answersIn(read)) };
}
