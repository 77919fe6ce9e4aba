import { and, eq, inArray } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { person } from "@/db/schema/people";
import {
  convocation,
  meeting,
  participant,
  seriesCall,
  workshopSeries,
} from "@/db/schema/workshops";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import type { MeetingState } from "../core/meeting-states";
import { mayConvene } from "../core/rules";
import { type Addressee, enqueueConvocation, mailedMeeting, participantToken } from "../mails";
import { workshopsPolicy } from "../policy";

type Series = { id: string; bodyId: string; title: string };
type Invited = Addressee & { organisationName: string };

/**
 * Convenes the cohort of a cycle to all its meetings to come: one mail a person, with one link to
 * answer for each meeting. Convening again reaches only who was admitted since, and meetings
 * that were planned since.
 */
export async function conveneSeries(
  ctx: Ctx,
  input: { seriesId: string },
): Promise<{ convened: number }> {
  return inTransaction(ctx, async (tx) => {
    const series = await lockSeries(tx, input.seriesId);
    workshopsPolicy.authorize(tx.actor, "meeting.convene", series);
    const cohort = await joinCohort(tx, series);
    const meetings = await meetingsToCome(tx, series.id, cohort.length);
    const convened = await convoke(tx, meetings, cohort);
    const byId = new Map(meetings.map((one) => [one.id, mailedMeeting(one, series.title)]));
    for (const { who, meetingIds } of convened) {
      const mailed = meetingIds.flatMap((id) => byId.get(id) ?? []);
      await enqueueConvocation(tx, who, { ...series, round: meetingIds[0] ?? "" }, mailed);
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

type Convened = { who: Invited; meetingIds: string[] };

/** Makes the convocations that are missing and marks the meetings; returns who got which. */
async function convoke(
  tx: Ctx,
  meetings: readonly { id: string }[],
  cohort: readonly Invited[],
): Promise<Convened[]> {
  const rows = meetings.flatMap((one) =>
    cohort.map((who) => ({
      id: tx.newId(),
      meetingId: one.id,
      participantId: who.participantId,
      createdAt: tx.now,
    })),
  );
  const added = await tx.db
    .insert(convocation)
    .values(rows)
    .onConflictDoNothing()
    .returning({ meetingId: convocation.meetingId, participantId: convocation.participantId });
  await tx.db
    .update(meeting)
    .set({ state: "convened", updatedAt: tx.now })
    .where(
      inArray(
        meeting.id,
        meetings.map((one) => one.id),
      ),
    );
  const mine = Map.groupBy(added, (row) => row.participantId);
  return cohort.flatMap((who) => {
    const rowsOfPerson = mine.get(who.participantId);
    return rowsOfPerson ? [{ who, meetingIds: rowsOfPerson.map((row) => row.meetingId) }] : [];
  });
}

async function lockSeries(tx: Ctx, seriesId: string): Promise<Series> {
  const [found] = await tx.db
    .select({
      id: workshopSeries.id,
      bodyId: workshopSeries.bodyId,
      title: workshopSeries.title,
    })
    .from(workshopSeries)
    .where(eq(workshopSeries.id, seriesId))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}

/** Adds whoever was admitted since to the cohort and returns all of it. */
async function joinCohort(tx: Ctx, series: Series): Promise<Invited[]> {
  const admitted = await tx.db
    .select({
      applicationId: application.id,
      personId: person.id,
      track: application.track,
      applicantName: application.applicantName,
      givenName: person.givenName,
      familyName: person.familyName,
      email: person.email,
    })
    .from(application)
    .innerJoin(seriesCall, eq(seriesCall.callId, application.callId))
    .innerJoin(person, eq(person.id, application.personId))
    .where(and(eq(seriesCall.seriesId, series.id), eq(application.state, "admitted")));
  if (admitted.length > 0) {
    const rows = admitted.map((one) => {
      const id = tx.newId();
      const name = `${one.givenName} ${one.familyName}`.trim();
      return {
        id,
        seriesId: series.id,
        applicationId: one.applicationId,
        personId: one.personId,
        name: name || one.applicantName,
        email: one.email ?? "",
        organisationName: one.track === "citizen" ? "" : one.applicantName,
        tokenHash: sha256(participantToken(id)),
        createdAt: tx.now,
      };
    });
    await tx.db.insert(participant).values(rows).onConflictDoNothing();
  }
  return tx.db
    .select({
      participantId: participant.id,
      name: participant.name,
      email: participant.email,
      organisationName: participant.organisationName,
    })
    .from(participant)
    .where(eq(participant.seriesId, series.id));
}

async function meetingsToCome(tx: Ctx, seriesId: string, cohort: number) {
  const known = await tx.db
    .select()
    .from(meeting)
    .where(and(eq(meeting.seriesId, seriesId), inArray(meeting.state, ["planned", "convened"])))
    .orderBy(meeting.number)
    .for("update");
  const toCome = known.filter((one) => one.state === "planned" || tx.now < one.startsAt);
  if (toCome.length === 0) throw new Refused("wrong_state");
  for (const one of toCome) {
    const verdict = mayConvene({ ...one, state: one.state as MeetingState }, cohort, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
  }
  return toCome;
}
