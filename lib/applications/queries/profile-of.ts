import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { formDefinition } from "@/db/schema/calls";
import { membership, organisation, person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { type Profile, profileFrom } from "../core/prefill";
import type { ApplicationTrack } from "../core/tracks";

/**
 * What is known for a track of a person, or of one of its organisations: the last application,
 * then the own data.
 */
export async function profileOf(
  ctx: Ctx,
  personId: string,
  track: ApplicationTrack,
  organisationId?: string,
): Promise<Profile> {
  const [own, last] = await Promise.all([
    ownData(ctx, personId, track, organisationId),
    lastAnswers(ctx, personId, track, organisationId),
  ]);
  return { ...own, ...last };
}

async function ownData(
  ctx: Ctx,
  personId: string,
  track: ApplicationTrack,
  organisationId: string | undefined,
): Promise<Profile> {
  const [row] = await ctx.db
    .select({
      firstName: person.givenName,
      lastName: person.familyName,
      email: person.email,
      phone: person.phone,
      fiscalCode: person.fiscalCode,
      organisation: organisation.name,
      legalNature: organisation.legalNature,
      organisationCode: organisation.fiscalCode,
    })
    .from(person)
    .leftJoin(
      membership,
      and(
        ...[eq(membership.personId, person.id), isNull(membership.endedAt)],
        organisationId ? eq(membership.organisationId, organisationId) : undefined,
      ),
    )
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(eq(person.id, personId))
    .orderBy(desc(membership.createdAt))
    .limit(1);
  if (!row) return {};
  const ofPerson = {
    "person.firstName": row.firstName,
    "person.lastName": row.lastName,
    "person.fullName": `${row.firstName} ${row.lastName}`.trim(),
    "person.email": row.email ?? "",
    "person.phone": row.phone ?? "",
    "person.fiscalCode": row.fiscalCode ?? "",
  };
  if (track !== "organisation" || row.legalNature === "informalGroup") return ofPerson;
  return {
    ...ofPerson,
    "organisation.name": row.organisation ?? "",
    "organisation.legalNature": row.legalNature ?? "",
    "organisation.fiscalCode": row.organisationCode ?? "",
  };
}

async function lastAnswers(
  ctx: Ctx,
  personId: string,
  track: ApplicationTrack,
  organisationId: string | undefined,
): Promise<Profile> {
  const [row] = await ctx.db
    .select({
      definition: formDefinition.definition,
      answers: sql<Record<string, unknown>[]>`(
        select coalesce(jsonb_agg(s.answers), '[]') from application_section s
        where s.application_id = "application"."id")`,
    })
    .from(application)
    .innerJoin(formDefinition, eq(formDefinition.id, application.formDefinitionId))
    .where(
      and(
        eq(application.track, track),
        organisationId
          ? eq(application.organisationId, organisationId)
          : eq(application.personId, personId),
      ),
    )
    .orderBy(desc(application.updatedAt))
    .limit(1);
  return row ? profileFrom(row.definition, Object.assign({}, ...row.answers)) : {};
}
