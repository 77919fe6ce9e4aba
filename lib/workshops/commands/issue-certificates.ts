import { eq } from "drizzle-orm";
import { body, zone } from "@/db/schema/territory";
import { workshopSeries } from "@/db/schema/workshops";
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
import { buildCertificate } from "../core/build-certificate";
import { attendanceThatCounts, mayIssueCertificates } from "../core/series-rules";
import { enqueueCertificate } from "../mails";
import { workshopsPolicy } from "../policy";
import { type Candidate, certificateCandidates } from "../queries/certificate-candidates";
import { type LockedMeeting, lockMeetings, lockSeries } from "./lock-meeting";

/**
 * Issues a certificate to everybody who reached the threshold of a cycle whose meetings are all
 * over. Issuing again reaches only those who have none; two officers at once issue each one once.
 * Returns how many were issued.
 */
export async function issueCertificates(
  ctx: Ctx,
  input: { seriesId: string },
): Promise<{ issued: number }> {
  return inTransaction(ctx, async (tx) => {
    const { id, bodyId, threshold } = await lockSeries(tx, input.seriesId);
    workshopsPolicy.authorize(tx.actor, "certificate.issue", { bodyId });
    const meetings = await lockMeetings(tx, id);
    const candidates = await certificateCandidates(tx, id);
    const reached = candidates.filter(
      (one) => attendanceThatCounts(one.attendance, meetings) >= threshold,
    );
    const due = reached.filter((one) => !one.hasCertificate);
    const given = { meetings, reached: reached.length, due: due.length };
    const verdict = mayIssueCertificates(given);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const series = await certifiedSeries(tx, id);
    const held = meetings.filter((one) => one.state === "held");
    const issuedAt = await databaseClock(tx);
    for (const one of due) await issueOne(tx, series, held, one, issuedAt);
    await recordEvent(tx, {
      bodyId,
      action: "certificates.issue",
      subjectType: "workshopSeries",
      subjectId: id,
      facts: { issued: due.length },
    });
    return { issued: due.length };
  });
}

async function certifiedSeries(tx: Ctx, seriesId: string) {
  const [found] = await tx.db
    .select({
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
    .where(eq(workshopSeries.id, seriesId));
  if (!found) throw new NotFound();
  return found;
}
type CertifiedSeries = Awaited<ReturnType<typeof certifiedSeries>>;

async function issueOne(
  tx: Ctx,
  series: CertifiedSeries,
  held: readonly LockedMeeting[],
  holder: Candidate,
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
  const view = buildCertificate(series, held, holder, {
    code,
    verifyUrl: env().APP_ORIGIN + routes.verifyCode(code),
    issuedAt,
    registerNumber: registerNumber(number.number, number.year),
  });
  await issueDocument(tx, {
    id,
    code,
    bodyId: series.bodyId,
    kind: "certificate",
    subjectType: "participant",
    subjectId: holder.participantId,
    holderId: holder.personId,
    view,
    dataDigest: sha256(canonicalJson(view)),
    issuedAt,
  });
  await enqueueCertificate(tx, holder, series.bodyId, id, view);
}
