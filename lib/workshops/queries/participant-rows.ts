import { and, asc, eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { convocation, meeting, participant } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import type { SeatState } from "../core/seat-states";
import type { Answer } from "../core/seats";
import { attendanceThatCounts } from "../core/series-rules";
import {
  type AttendanceState,
  type CertificateStanding,
  certificateStanding,
} from "../core/threshold";
import { attendanceByParticipant } from "./certificate-candidates";
import type { MeetingView } from "./meeting-views";

export type GivenAnswer = {
  answer: Answer | null;
  seat: SeatState | null;
  queuePosition: number | null;
  delegateName: string;
};

/** One person's row across the meetings of the cycle; meetings are keyed by id. */
export type ParticipantRow = {
  id: string;
  name: string;
  email: string;
  organisationName: string;
  answers: Record<string, GivenAnswer>;
  attendance: Record<string, AttendanceState>;
  attended: number;
  /** Meetings one could still come to. */
  toCome: number;
  standing: CertificateStanding;
  certificate: { id: string; code: string } | null;
};

/** Everybody who was ever convened to a cycle. Three statements, however many they are. */
export async function participantRows(
  ctx: Ctx,
  series: { id: string; threshold: number },
  meetings: readonly MeetingView[],
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
    .where(eq(participant.seriesId, series.id))
    .orderBy(asc(participant.organisationName), asc(participant.name), asc(participant.id));
  const answers = await answersOf(ctx, series.id);
  const attendances = await attendanceByParticipant(ctx, series.id);
  const toCome = meetings.filter(
    (one) => one.state === "planned" || one.state === "convened",
  ).length;
  return people.map(({ documentId, code, ...person }) => {
    const attendance = attendances.get(person.id) ?? {};
    const attended = attendanceThatCounts(attendance, meetings);
    const given = { attended, meetingsToCome: toCome, threshold: series.threshold };
    return {
      ...person,
      answers: answers.get(person.id) ?? {},
      attendance,
      attended,
      toCome,
      standing: certificateStanding(given),
      certificate: documentId && code ? { id: documentId, code } : null,
    };
  });
}

async function answersOf(
  ctx: Ctx,
  seriesId: string,
): Promise<Map<string, Record<string, GivenAnswer>>> {
  const rows = await ctx.db
    .select({
      participantId: convocation.participantId,
      meetingId: convocation.meetingId,
      answer: convocation.answer,
      seat: convocation.seat,
      queuePosition: convocation.queuePosition,
      delegateName: convocation.delegateName,
    })
    .from(convocation)
    .innerJoin(meeting, eq(meeting.id, convocation.meetingId))
    .where(eq(meeting.seriesId, seriesId));
  const found = new Map<string, Record<string, GivenAnswer>>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? {};
    own[row.meetingId] = {
      answer: row.answer === "none" ? null : (row.answer as Answer),
      seat: row.seat as SeatState | null,
      queuePosition: row.queuePosition,
      delegateName: row.delegateName ?? "",
    };
    found.set(row.participantId, own);
  }
  return found;
}
