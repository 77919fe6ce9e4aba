import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { membership, organisation, organisationInvitation, person } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { sha256 } from "@/lib/platform/digest";
import type { MembershipRole } from "../core/membership";

export type OwnOrganisation = {
  id: string;
  name: string;
  legalNature: string;
  role: MembershipRole;
  people: number;
};

/** The organisations that the actor works for; none for visitors. */
export async function ownOrganisations(ctx: Ctx): Promise<OwnOrganisation[]> {
  const personId = personOf(ctx.actor);
  if (!personId) return [];
  const rows = await ctx.db
    .select({
      ...{ id: organisation.id, name: organisation.name, legalNature: organisation.legalNature },
      role: membership.role,
      people: sql<number>`(select count(*)::int from membership other
        where other.organisation_id = ${organisation.id} and other.ended_at is null)`,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt)))
    .orderBy(asc(organisation.name), asc(organisation.id));
  return rows.map((row) => ({ ...row, role: row.role as MembershipRole }));
}

const nameOf = sql<string>`coalesce(nullif(trim(${person.givenName} || ' ' || ${person.familyName}), ''),
  ${person.email}, '')`;

/**
 * Who works for an organisation and who was invited, for those who work for it; three statements.
 * Throws NotFound for everybody else.
 */
export async function organisationPage(ctx: Ctx, id: string) {
  const personId = personOf(ctx.actor);
  if (!personId || !isUuid(id)) throw new NotFound();
  const [[found], people, invitations] = await Promise.all([
    ctx.db.select().from(organisation).where(eq(organisation.id, id)),
    ctx.db
      .select({
        id: person.id,
        name: nameOf,
        email: person.email,
        role: membership.role,
        since: membership.createdAt,
      })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(membership.organisationId, id), isNull(membership.endedAt)))
      .orderBy(sql`${membership.role} = 'representative' desc`, asc(membership.createdAt)),
    ctx.db
      .select({
        ...{ id: organisationInvitation.id, email: organisationInvitation.email },
        ...{ expiresAt: organisationInvitation.expiresAt },
      })
      .from(organisationInvitation)
      .where(eq(organisationInvitation.organisationId, id))
      .orderBy(asc(organisationInvitation.email)),
  ]);
  const own = people.find((one) => one.id === personId);
  if (!found || !own) throw new NotFound();
  return {
    ...{ id, name: found.name, fiscalCode: found.fiscalCode, role: own.role as MembershipRole },
    people: people.map((one) => ({
      ...one,
      role: one.role as MembershipRole,
      self: one.id === personId,
    })),
    invitations: invitations.map((one) => ({ ...one, lapsed: one.expiresAt <= ctx.now })),
  };
}

export type OrganisationPage = Awaited<ReturnType<typeof organisationPage>>;

/** An invitation that can still be followed, by the key of its letter. */
export async function membershipInvitation(ctx: Ctx, token: string) {
  const [row] = await ctx.db
    .select({
      ...{ id: organisationInvitation.id, organisationId: organisation.id },
      ...{ organisationName: organisation.name, invitedBy: nameOf },
    })
    .from(organisationInvitation)
    .innerJoin(organisation, eq(organisation.id, organisationInvitation.organisationId))
    .innerJoin(person, eq(person.id, organisationInvitation.invitedBy))
    .where(
      and(
        eq(organisationInvitation.tokenHash, sha256(token)),
        gt(organisationInvitation.expiresAt, ctx.now),
      ),
    );
  return row;
}
