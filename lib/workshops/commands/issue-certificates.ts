import { and, asc, eq, ne } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import { body, zone } from "@/db/schema/territory";
import { attendance, meeting, participant, workshopSeries } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { registerNumber } from "@/lib/kernel/codes";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { takeRegisterNumber } from "@/lib/register/take-number";
import { routes } from "@/lib/routes";
import { databaseClock, inTransaction } from "@/lib/transaction";
import type { CertificateView } from "../core/certificate-view";
import { mayCertify } from "../core/rules";
import { type AttendanceState, meetingsAttended } from "../core/threshold";
import { enqueueCertificate } from "../mails";
import { workshopsPolicy } from "../policy";

type Candidate = {
  participantId: string;
  personId: string | null;
  name: string;
  email: string;
  organisationName: string;
};
type Held = { id: string; number: number; title: string; startsAt: Date; endsAt: Date };

/**
 * Issues a certificate to everybody who reached the threshold of a cycle whose meetings are all
 * over. Issuing again reaches only those who have none. Returns how many were issued.
 */
export async function issueCertificates(
  ctx: Ctx,
  input: { seriesId: string },
): Promise<{ issued: number }> {
  return inTransaction(ctx, async (tx) => {
    const series = await lockSeries(tx, input.seriesId);
    workshopsPolicy.authorize(tx.actor, "certificate.issue", series);
    const meetings = await heldMeetings(tx, series.id);
    const attended = await attendanceByParticipant(tx, series.id);
    const candidates = await withoutCertificate(tx, series.id);
    const issuedAt = await databaseClock(tx);
    let issued = 0;
    for (const candidate of candidates) {
      const own = attended.get(candidate.participantId) ?? new Map<string, AttendanceState>();
      const count = meetingsAttended([...own.values()]);
      const verdict = mayCertify({
        attended: count,
        threshold: series.threshold,
        meetingsToCome: 0,
      });
      if (!verdict.ok) continue;
      await issueOne(tx, series, meetings, candidate, own, issuedAt);
      issued += 1;
    }
    if (issued === 0) throw new Refused("threshold_not_reached");
    await recordEvent(tx, {
      bodyId: series.bodyId,
      action: "certificates.issue",
      subjectType: "workshopSeries",
      subjectId: series.id,
      facts: { issued },
    });
    return { issued };
  });
}

async function lockSeries(tx: Ctx, seriesId: string) {
  const [found] = await tx.db
    .select({
      id: workshopSeries.id,
      bodyId: workshopSeries.bodyId,
      title: workshopSeries.title,
      threshold: workshopSeries.threshold,
      bodyName: body.name,
      officeName: body.officeName,
      zoneName: zone.name,
    })
    .from(workshopSeries)
    .innerJoin(body, eq(body.id, workshopSeries.bodyId))
    .leftJoin(zone, eq(zone.id, workshopSeries.zoneId))
    .where(eq(workshopSeries.id, seriesId))
    .for("update", { of: workshopSeries });
  if (!found) throw new NotFound();
  return found;
}
type Series = Awaited<ReturnType<typeof lockSeries>>;

/** The meetings of the cycle; refused while one that was not cancelled is still to be held. */
async function heldMeetings(tx: Ctx, seriesId: string): Promise<Held[]> {
  const meetings = await tx.db
    .select()
    .from(meeting)
    .where(and(eq(meeting.seriesId, seriesId), ne(meeting.state, "cancelled")))
    .orderBy(asc(meeting.number));
  if (meetings.length === 0 || meetings.some((one) => one.state !== "held")) {
    throw new Refused("meetings_to_come");
  }
  return meetings;
}

async function attendanceByParticipant(
  tx: Ctx,
  seriesId: string,
): Promise<Map<string, Map<string, AttendanceState>>> {
  const rows = await tx.db
    .select({
      participantId: attendance.participantId,
      meetingId: attendance.meetingId,
      state: attendance.state,
    })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(eq(meeting.seriesId, seriesId));
  const found = new Map<string, Map<string, AttendanceState>>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? new Map<string, AttendanceState>();
    own.set(row.meetingId, row.state as AttendanceState);
    found.set(row.participantId, own);
  }
  return found;
}

async function withoutCertificate(tx: Ctx, seriesId: string): Promise<Candidate[]> {
  const rows = await tx.db
    .select({
      participantId: participant.id,
      personId: participant.personId,
      name: participant.name,
      email: participant.email,
      organisationName: participant.organisationName,
      documentId: issuedDocument.id,
    })
    .from(participant)
    .leftJoin(
      issuedDocument,
      and(eq(issuedDocument.subjectId, participant.id), eq(issuedDocument.kind, "certificate")),
    )
    .where(eq(participant.seriesId, seriesId))
    .orderBy(asc(participant.name));
  return rows.filter((row) => row.documentId === null);
}

async function issueOne(
  tx: Ctx,
  series: Series,
  meetings: readonly Held[],
  candidate: Candidate,
  own: ReadonlyMap<string, AttendanceState>,
  issuedAt: string,
): Promise<void> {
  const id = tx.newId();
  const code = newVerificationCode(tx);
  const number = await takeRegisterNumber(tx, {
    bodyId: series.bodyId,
    kind: "certificate",
    subjectType: "issuedDocument",
    subjectId: id,
    at: issuedAt,
  });
  const view = certificateView(series, meetings, candidate, own, {
    code,
    issuedAt,
    registerNumber: registerNumber(number.number, number.year),
  });
  await issueDocument(tx, {
    id,
    code,
    bodyId: series.bodyId,
    kind: "certificate",
    subjectType: "participant",
    subjectId: candidate.participantId,
    holderId: candidate.personId,
    view,
    dataDigest: sha256(canonicalJson(view)),
    issuedAt,
  });
  await enqueueCertificate(tx, candidate, series.bodyId, id, view);
}

function certificateView(
  series: Series,
  meetings: readonly Held[],
  candidate: Candidate,
  own: ReadonlyMap<string, AttendanceState>,
  issue: { code: string; issuedAt: string; registerNumber: string },
): CertificateView {
  const listed = meetings.map((one) => ({
    number: one.number,
    title: one.title,
    startsAt: one.startsAt.toISOString(),
    endsAt: one.endsAt.toISOString(),
    attended: (own.get(one.id) ?? "absent") !== "absent",
  }));
  const attended = meetings.filter((one) => (own.get(one.id) ?? "absent") !== "absent");
  const minutes = attended.reduce(
    (sum, one) => sum + (one.endsAt.getTime() - one.startsAt.getTime()) / 60_000,
    0,
  );
  return {
    ...issue,
    verifyUrl: env().APP_ORIGIN + routes.verifyCode(issue.code),
    bodyName: series.bodyName,
    officeName: series.officeName,
    zoneName: series.zoneName ?? "",
    holderName: candidate.name,
    organisationName: candidate.organisationName,
    seriesTitle: series.title,
    attended: attended.length,
    total: meetings.length,
    threshold: series.threshold,
    minutes: Math.round(minutes),
    meetings: listed,
  };
}
