import { and, asc, eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { issuedDocument } from "@/db/schema/register";
import { attendance, meeting, participant } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import type { AttendanceState } from "../core/threshold";

/** A participant of a cycle, with how they were at each meeting, by its id. */
export type Candidate = {
  participantId: string;
  personId: string | null;
  name: string;
  email: string;
  locale: string;
  organisationName: string;
  /** Also one that was withdrawn: a new one is issued by replacing it. */
  hasCertificate: boolean;
  attendance: Readonly<Record<string, AttendanceState>>;
};

/** All participants of a cycle, by name. Two statements. */
export async function certificateCandidates(ctx: Ctx, seriesId: string): Promise<Candidate[]> {
  const rows = await ctx.db
    .select({
      participantId: participant.id,
      personId: participant.personId,
      name: participant.name,
      email: participant.email,
      locale: person.locale,
      organisationName: participant.organisationName,
      documentId: issuedDocument.id,
    })
    .from(participant)
    .leftJoin(person, eq(person.id, participant.personId))
    .leftJoin(
      issuedDocument,
      and(eq(issuedDocument.subjectId, participant.id), eq(issuedDocument.kind, "certificate")),
    )
    .where(eq(participant.seriesId, seriesId))
    .orderBy(asc(participant.name), asc(participant.id));
  const attended = await attendanceByParticipant(ctx, seriesId);
  // A certificate that was replaced leaves two documents for one person.
  const byId = new Map(rows.map((row) => [row.participantId, row]));
  return [...byId.values()].map(({ documentId, locale, ...row }) => ({
    ...row,
    locale: locale ?? "it",
    hasCertificate: documentId !== null,
    attendance: attended.get(row.participantId) ?? {},
  }));
}

/** How each participant was at each meeting of a cycle, by their ids. */
export async function attendanceByParticipant(
  ctx: Ctx,
  seriesId: string,
): Promise<Map<string, Record<string, AttendanceState>>> {
  const rows = await ctx.db
    .select({
      participantId: attendance.participantId,
      meetingId: attendance.meetingId,
      state: attendance.state,
    })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(eq(meeting.seriesId, seriesId));
  const found = new Map<string, Record<string, AttendanceState>>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? {};
    own[row.meetingId] = row.state as AttendanceState;
    found.set(row.participantId, own);
  }
  return found;
}
