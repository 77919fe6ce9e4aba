import { inArray } from "drizzle-orm";
import { convocation, meeting, participant } from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { mayConvene, meetingsToConvene } from "../core/series-rules";
import { enqueueConvocation, mailedMeeting, participantToken } from "../mails";
import { workshopsPolicy } from "../policy";
import { type CohortMember, cohortOf, missingConvocations } from "../queries/cohort";
import { type LockedMeeting, lockMeetings, lockSeries } from "./lock-meeting";

/**
 * Convenes the cohort of a cycle to all its meetings to come: one mail a person, with one link to
 * answer for each meeting. Convening again reaches only who was admitted since, and meetings
 * that were planned since. Returns how many people were convened; refused when nobody is left.
 */
export async function conveneSeries(
  ctx: Ctx,
  input: { seriesId: string },
): Promise<{ convened: number }> {
  return inTransaction(ctx, async (tx) => {
    const series = await lockSeries(tx, input.seriesId);
    workshopsPolicy.authorize(tx.actor, "meeting.convene", series);
    const known = await lockMeetings(tx, series.id);
    const meetings = meetingsToConvene(known, tx.now);
    const cohort = await cohortOf(tx, series.id);
    const due = missingConvocations(cohort, meetings);
    const given = { meetings: known, cohort: cohort.length, missing: due.length };
    const verdict = mayConvene(given, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const convened = await joinCohort(tx, series.id, due);
    await convoke(tx, convened);
    await markConvened(tx, meetings);
    const byId = new Map(meetings.map((one) => [one.id, one]));
    for (const { member, participantId, meetingIds } of convened) {
      const mailed = meetingIds.flatMap((id) => byId.get(id) ?? []);
      await enqueueConvocation(
        tx,
        { ...member, participantId },
        { ...series, round: meetingIds[0] ?? "" },
        mailed.map((one) => mailedMeeting(one, series.title)),
      );
    }
    await recordEvent(tx, {
      bodyId: series.bodyId,
      action: "series.convene",
      subjectType: "workshopSeries",
      subjectId: series.id,
      facts: { meetings: meetings.length, people: convened.length },
    });
    return { convened: convened.length };
  });
}

type Due = { member: CohortMember; meetingIds: string[] };
type Convened = Due & { participantId: string };

/** Makes participants of those who were admitted since; the others are already. */
async function joinCohort(tx: Ctx, seriesId: string, due: readonly Due[]): Promise<Convened[]> {
  const convened = due.map((one) => ({
    ...one,
    participantId: one.member.participantId ?? tx.newId(),
  }));
  const joining = convened.filter(({ member }) => member.participantId === null);
  if (joining.length > 0) {
    await tx.db.insert(participant).values(
      joining.map(({ member, participantId }) => ({
        id: participantId,
        seriesId,
        applicationId: member.applicationId,
        personId: member.personId,
        name: member.name,
        email: member.email,
        organisationName: member.organisationName,
        tokenHash: sha256(participantToken(participantId)),
        createdAt: tx.now,
      })),
    );
  }
  return convened;
}

async function convoke(tx: Ctx, convened: readonly Convened[]): Promise<void> {
  await tx.db.insert(convocation).values(
    convened.flatMap(({ participantId, meetingIds }) =>
      meetingIds.map((meetingId) => ({
        id: tx.newId(),
        meetingId,
        participantId,
        createdAt: tx.now,
      })),
    ),
  );
}

async function markConvened(tx: Ctx, meetings: readonly LockedMeeting[]): Promise<void> {
  const planned = meetings.filter((one) => one.state === "planned").map((one) => one.id);
  if (planned.length === 0) return;
  await tx.db
    .update(meeting)
    .set({ state: "convened", updatedAt: tx.now })
    .where(inArray(meeting.id, planned));
}
