import { and, asc, eq, sql } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { body } from "@/db/schema/territory";
import {
  attendance,
  convocation,
  meeting,
  participant,
  workshopSeries,
} from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { MeetingState } from "../core/meeting-states";
import type { SeatState } from "../core/seat-states";
import type { Answer } from "../core/seats";
import {
  type AttendanceState,
  type CertificateStanding,
  certificateStanding,
  meetingsAttended,
} from "../core/threshold";
import { workshopsPolicy } from "../policy";

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
    coming: number;
    absent: number;
    waiting: number;
    unanswered: number;
    attended: number;
  };
};

/** One person's row across the meetings of the cycle; meetings are keyed by id. */
export type ParticipantRow = {
  id: string;
  name: string;
  email: string;
  organisationName: string;
  answers: Record<string, { answer: Answer | null; seat: SeatState | null; delegateName: string }>;
  attendance: Record<string, AttendanceState>;
  attended: number;
  standing: CertificateStanding;
  certificate: { id: string; code: string } | null;
};

export type SeriesView = {
  id: string;
  bodyId: string;
  bodyName: string;
  title: string;
  threshold: number;
  meetings: MeetingView[];
  participants: ParticipantRow[];
};

/**
 * A cycle as staff see it: meetings, people, answers, attendance, certificates. Five statements,
 * however many people there are. NotFound for whoever may not see it.
 */
export async function seriesView(ctx: Ctx, seriesId: string): Promise<SeriesView> {
  const [series] = await ctx.db
    .select({
      id: workshopSeries.id,
      bodyId: workshopSeries.bodyId,
      bodyName: body.name,
      title: workshopSeries.title,
      threshold: workshopSeries.threshold,
    })
    .from(workshopSeries)
    .innerJoin(body, eq(body.id, workshopSeries.bodyId))
    .where(eq(workshopSeries.id, seriesId));
  if (!series || !workshopsPolicy.can(ctx.actor, "series.view", series)) throw new NotFound();
  const meetings = await meetingsOf(ctx, seriesId);
  const participants = await participantsOf(ctx, series.threshold, meetings, seriesId);
  return { ...series, meetings, participants };
}

async function meetingsOf(ctx: Ctx, seriesId: string): Promise<MeetingView[]> {
  const counted = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from convocation c where c.meeting_id = ${meeting.id} and ${condition})`;
  const rows = await ctx.db
    .select({
      meeting,
      convened: counted(sql`true`),
      coming: counted(sql`c.seat in ('accepted','offered')`),
      absent: counted(sql`c.answer = 'absent'`),
      waiting: counted(sql`c.seat = 'waiting'`),
      unanswered: counted(sql`c.answer = 'none'`),
      attended: sql<number>`(select count(*)::int from attendance a where a.meeting_id = ${meeting.id} and a.state <> 'absent')`,
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

async function participantsOf(
  ctx: Ctx,
  threshold: number,
  meetings: readonly MeetingView[],
  seriesId: string,
): Promise<ParticipantRow[]> {
  const people = await ctx.db
    .select({
      id: participant.id,
      name: participant.name,
      email: participant.email,
      organisationName: participant.organisationName,
      documentId: issuedDocument.id,
      code: issuedDocument.code,
    })
    .from(participant)
    .leftJoin(
      issuedDocument,
      and(
        eq(issuedDocument.subjectId, participant.id),
        eq(issuedDocument.kind, "certificate"),
        eq(issuedDocument.state, "valid"),
      ),
    )
    .where(eq(participant.seriesId, seriesId))
    .orderBy(asc(participant.organisationName), asc(participant.name));
  const answers = await answersOf(ctx, seriesId);
  const attendances = await attendancesOf(ctx, seriesId);
  const toCome = meetings.filter((one) => one.state === "planned" || one.state === "convened");
  return people.map(({ documentId, code, ...person }) => {
    const own = attendances.get(person.id) ?? {};
    const attended = meetingsAttended(Object.values(own));
    const open = toCome.filter((one) => own[one.id] === undefined).length;
    return {
      ...person,
      answers: answers.get(person.id) ?? {},
      attendance: own,
      attended,
      standing: certificateStanding({ attended, meetingsToCome: open, threshold }),
      certificate: documentId && code ? { id: documentId, code } : null,
    };
  });
}

async function answersOf(
  ctx: Ctx,
  seriesId: string,
): Promise<Map<string, ParticipantRow["answers"]>> {
  const rows = await ctx.db
    .select({
      participantId: convocation.participantId,
      meetingId: convocation.meetingId,
      answer: convocation.answer,
      seat: convocation.seat,
      delegateName: convocation.delegateName,
    })
    .from(convocation)
    .innerJoin(meeting, eq(meeting.id, convocation.meetingId))
    .where(eq(meeting.seriesId, seriesId));
  const found = new Map<string, ParticipantRow["answers"]>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? {};
    own[row.meetingId] = {
      answer: row.answer === "none" ? null : (row.answer as Answer),
      seat: row.seat as SeatState | null,
      delegateName: row.delegateName ?? "",
    };
    found.set(row.participantId, own);
  }
  return found;
}

async function attendancesOf(
  ctx: Ctx,
  seriesId: string,
): Promise<Map<string, ParticipantRow["attendance"]>> {
  const rows = await ctx.db
    .select({
      participantId: attendance.participantId,
      meetingId: attendance.meetingId,
      state: attendance.state,
    })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(eq(meeting.seriesId, seriesId));
  const found = new Map<string, ParticipantRow["attendance"]>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? {};
    own[row.meetingId] = row.state as AttendanceState;
    found.set(row.participantId, own);
  }
  return found;
}
