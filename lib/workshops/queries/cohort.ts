import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { person } from "@/db/schema/people";
import { convocation, meeting, participant, seriesCall } from "@/db/schema/workshops";
import { deskMailbox } from "@/lib/applications/queries/desk-mailbox";
import type { Ctx } from "@/lib/context";

/** Somebody the calls of a cycle admitted; without `participantId` until they are convened. */
export type CohortMember = {
  participantId: string | null;
  applicationId: string;
  personId: string;
  name: string;
  email: string;
  locale: string;
  /** Empty for citizens. */
  organisationName: string;
  /** The meetings they have been convened to already. */
  convenedTo: ReadonlySet<string>;
};

/**
 * Everybody whom the calls of a cycle have admitted and who is still admitted, in the order of the
 * list that staff see. Two statements.
 */
export async function cohortOf(ctx: Ctx, seriesId: string): Promise<CohortMember[]> {
  const admitted = await ctx.db
    .select({
      participantId: participant.id,
      applicationId: application.id,
      personId: person.id,
      track: application.track,
      applicantName: application.applicantName,
      givenName: person.givenName,
      familyName: person.familyName,
      email: sql<string | null>`coalesce(${person.email}, ${deskMailbox(sql`"application"."id"`)})`,
      locale: person.locale,
    })
    .from(application)
    .innerJoin(seriesCall, eq(seriesCall.callId, application.callId))
    .innerJoin(person, eq(person.id, application.personId))
    .leftJoin(
      participant,
      and(eq(participant.applicationId, application.id), eq(participant.seriesId, seriesId)),
    )
    .where(and(eq(seriesCall.seriesId, seriesId), eq(application.state, "admitted")))
    .orderBy(asc(application.applicantName), asc(application.id));
  const convened = await convenedBy(ctx, seriesId);
  return admitted.map(({ track, applicantName, givenName, familyName, email, ...one }) => ({
    ...one,
    name: `${givenName} ${familyName}`.trim() || applicantName,
    email: email ?? "",
    organisationName: track === "citizen" ? "" : applicantName,
    convenedTo: convened.get(one.participantId ?? "") ?? new Set(),
  }));
}

async function convenedBy(ctx: Ctx, seriesId: string): Promise<Map<string, Set<string>>> {
  const rows = await ctx.db
    .select({ participantId: convocation.participantId, meetingId: convocation.meetingId })
    .from(convocation)
    .where(
      inArray(
        convocation.meetingId,
        ctx.db.select({ id: meeting.id }).from(meeting).where(eq(meeting.seriesId, seriesId)),
      ),
    );
  const found = new Map<string, Set<string>>();
  for (const row of rows) {
    const own = found.get(row.participantId) ?? new Set<string>();
    found.set(row.participantId, own.add(row.meetingId));
  }
  return found;
}

/** The convocations that do not exist yet: who is missing from which of these meetings. */
export function missingConvocations(
  cohort: readonly CohortMember[],
  meetings: readonly { id: string }[],
): { member: CohortMember; meetingIds: string[] }[] {
  return cohort.flatMap((member) => {
    const meetingIds = meetings.map(({ id }) => id).filter((id) => !member.convenedTo.has(id));
    return meetingIds.length > 0 ? [{ member, meetingIds }] : [];
  });
}
