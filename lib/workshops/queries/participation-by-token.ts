import { and, asc, eq } from "drizzle-orm";
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
import type { MeetingMode } from "./series-view";

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
  queuePosition: number | null;
  offerExpiresAt: Date | null;
  delegateName: string;
  delegateEmail: string;
  mayAnswer: Verdict<AnswerRefusal>;
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
  certificate: { id: string; code: string; ready: boolean } | null;
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
    certificate: document
      ? { id: document.id, code: document.code, ready: document.renderedAt !== null }
      : null,
  };
}

async function ownMeetings(ctx: Ctx, participantId: string): Promise<OwnMeeting[]> {
  const rows = await ctx.db
    .select({ meeting, convocation })
    .from(convocation)
    .innerJoin(meeting, eq(meeting.id, convocation.meetingId))
    .where(eq(convocation.participantId, participantId))
    .orderBy(asc(meeting.startsAt));
  return rows.map(({ meeting: row, convocation: own }) => {
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
      queuePosition: own.queuePosition,
      offerExpiresAt: own.offerExpiresAt,
      delegateName: own.delegateName ?? "",
      delegateEmail: own.delegateEmail ?? "",
      mayAnswer: mayAnswer({ ...row, state }, ctx.now),
    };
  });
}
