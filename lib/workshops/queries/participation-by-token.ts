import { and, asc, eq, sql } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { body } from "@/db/schema/territory";
import { convocation, meeting, participant, workshopSeries } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Verdict } from "@/lib/kernel/verdict";
import { sha256 } from "@/lib/platform/digest";
import type { MeetingState } from "../core/meeting-states";
import { type AnswerRefusal, mayAnswer } from "../core/rules";
import type { SeatState } from "../core/seat-states";
import type { Answer } from "../core/seats";
import type { MeetingMode } from "./meeting-views";

/** A meeting as the person who was convened sees it. */
export type OwnMeeting = {
  id: string;
  number: number;
  title: string;
  startsAt: Date;
  endsAt: Date;
  mode: MeetingMode;
  place: string;
  address: string;
  link: string;
  state: MeetingState;
  sequence: number;
  calendarUid: string;
  updatedAt: Date;
  answer: Answer | null;
  seat: SeatState | null;
  /** Place in the line among those who wait, from 1. */
  queuePosition: number | null;
  offerExpiresAt: Date | null;
  delegateName: string;
  delegateEmail: string;
  mayAnswer: Verdict<AnswerRefusal>;
};

export type Certificate = {
  code: string;
  /** Null while the PDF is being prepared. */
  file: { sha256: string; size: number } | null;
};

/** What the link of a participant opens: the cycle, its meetings, the certificate. */
export type Participation = {
  participantId: string;
  name: string;
  organisationName: string;
  seriesTitle: string;
  bodyName: string;
  bodyEmail: string;
  bodyPhone: string;
  meetings: OwnMeeting[];
  certificate: Certificate | null;
};

/** The participation that a personal link names. NotFound for any other text. */
export async function participationByToken(ctx: Ctx, token: string): Promise<Participation> {
  const [found] = await ctx.db
    .select({ participant, series: workshopSeries, body, document: issuedDocument })
    .from(participant)
    .innerJoin(workshopSeries, eq(workshopSeries.id, participant.seriesId))
    .innerJoin(body, eq(body.id, workshopSeries.bodyId))
    .leftJoin(
      issuedDocument,
      and(
        eq(issuedDocument.subjectId, participant.id),
        eq(issuedDocument.kind, "certificate"),
        eq(issuedDocument.state, "valid"),
      ),
    )
    .where(eq(participant.tokenHash, sha256(token)));
  if (!found) throw new NotFound();
  const { document } = found;
  return {
    participantId: found.participant.id,
    name: found.participant.name,
    organisationName: found.participant.organisationName,
    seriesTitle: found.series.title,
    bodyName: found.body.name,
    bodyEmail: found.body.email ?? "",
    bodyPhone: found.body.phone ?? "",
    meetings: await ownMeetings(ctx, found.participant.id),
    certificate: document ? { code: document.code, file: fileOf(document) } : null,
  };
}

async function ownMeetings(ctx: Ctx, participantId: string): Promise<OwnMeeting[]> {
  // Positions have gaps once somebody left the line: what people count is who is before them.
  const placeInLine = sql<number>`(select count(*)::int from convocation c
    where c.meeting_id = ${convocation.meetingId} and c.seat = 'waiting'
    and c.queue_position <= ${convocation.queuePosition})`;
  const rows = await ctx.db
    .select({ meeting, convocation, placeInLine })
    .from(convocation)
    .innerJoin(meeting, eq(meeting.id, convocation.meetingId))
    .where(eq(convocation.participantId, participantId))
    .orderBy(asc(meeting.startsAt));
  return rows.map(({ meeting: row, convocation: own, placeInLine }) => {
    const state = row.state as MeetingState;
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      mode: row.mode as MeetingMode,
      place: row.place,
      address: row.address,
      link: row.link,
      state,
      sequence: row.sequence,
      calendarUid: row.calendarUid,
      updatedAt: row.updatedAt,
      answer: own.answer === "none" ? null : (own.answer as Answer),
      seat: own.seat as SeatState | null,
      queuePosition: own.seat === "waiting" ? placeInLine : null,
      offerExpiresAt: own.offerExpiresAt,
      delegateName: own.delegateName ?? "",
      delegateEmail: own.delegateEmail ?? "",
      mayAnswer: mayAnswer({ ...row, state }, ctx.now),
    };
  });
}

function fileOf({ fileHash, fileSize }: typeof issuedDocument.$inferSelect) {
  return fileHash && fileSize ? { sha256: fileHash, size: fileSize } : null;
}
