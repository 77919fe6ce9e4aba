import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import {
  account,
  person,
  session,
  staffCredential,
  staffInvitation,
  staffMember,
} from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import { bodiesWithRole } from "@/lib/auth/can";
import { idleLimit } from "@/lib/auth/core/session-terms";
import type { StaffRole } from "@/lib/auth/roles";
import { ONE_TIME_SECRET_SEAL } from "@/lib/auth/staff-secrets";
import type { Ctx } from "@/lib/context";
import { Forbidden, Unauthenticated } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { unseal } from "@/lib/platform/sealing";
import { peoplePolicy } from "../policy";

/** What a person sees of itself. */
export type Profile = {
  personId: string;
  givenName: string;
  familyName: string;
  email: string | null;
  emailVerified: boolean;
  phone: string | null;
  fiscalCode: string | null;
  locale: "it" | "en";
  /** True when an identity provider vouches for name and code: they are not changed by hand. */
  vouchedFor: boolean;
};

/** The actor's own profile. Throws Unauthenticated for visitors and jobs. */
export async function ownProfile(ctx: Ctx): Promise<Profile> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const [found] = await ctx.db
    .select({
      personId: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      email: person.email,
      emailVerified: sql<boolean>`${person.emailVerifiedAt} is not null`,
      phone: person.phone,
      fiscalCode: person.fiscalCode,
      locale: person.locale,
      vouchedFor: sql<boolean>`exists (select from ${account} where ${account.personId} = ${person.id})`,
    })
    .from(person)
    .where(eq(person.id, personId));
  if (!found) throw new Unauthenticated();
  return { ...found, locale: found.locale === "en" ? "en" : "it" };
}

/** A place where somebody is signed in. */
export type SessionView = {
  id: string;
  deviceLabel: string;
  strength: string;
  createdAt: Date;
  lastSeenAt: Date;
};

/** The actor's own living sessions, the latest seen first. */
export async function ownSessions(ctx: Ctx): Promise<SessionView[]> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const now = ctx.now.toISOString();
  const idle = (strength: "staff" | "mailbox") =>
    sql`make_interval(secs => ${idleLimit(strength) / 1000}::double precision)`;
  return ctx.db
    .select({
      id: session.id,
      deviceLabel: session.deviceLabel,
      strength: session.strength,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
    })
    .from(session)
    .where(
      and(
        eq(session.personId, personId),
        sql`${session.expiresAt} > ${now}::timestamptz`,
        sql`${session.lastSeenAt} > ${now}::timestamptz - case ${session.strength}
          when 'staff' then ${idle("staff")} else ${idle("mailbox")} end`,
      ),
    )
    .orderBy(desc(session.lastSeenAt), desc(session.id));
}

/** A member of staff of a body, with the roles held now. */
export type StaffView = {
  personId: string;
  displayName: string;
  email: string | null;
  roles: StaffRole[];
  /** False until the invitation has been followed. */
  active: boolean;
  /** Until when an invitation can be followed; null without one. */
  invitedUntil: Date | null;
};

/** The staff of a body, by name. Throws Forbidden to all but its administrators. */
export async function staffOfBody(ctx: Ctx, bodyId: string): Promise<StaffView[]> {
  peoplePolicy.authorize(ctx.actor, "staff.view", { bodyId });
  return ctx.db
    .select({
      personId: person.id,
      displayName: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
      email: person.email,
      roles: sql<StaffRole[]>`json_agg(${staffMember.role} order by ${staffMember.role})`,
      active: sql<boolean>`bool_or(${staffCredential.personId} is not null)`,
      invitedUntil: sql`max(${staffInvitation.expiresAt})`.mapWith(staffInvitation.expiresAt),
    })
    .from(staffMember)
    .innerJoin(person, eq(person.id, staffMember.personId))
    .leftJoin(staffCredential, eq(staffCredential.personId, person.id))
    .leftJoin(staffInvitation, eq(staffInvitation.personId, person.id))
    .where(and(eq(staffMember.bodyId, bodyId), isNull(staffMember.endedAt)))
    .groupBy(person.id)
    .orderBy(asc(person.familyName), asc(person.givenName), asc(person.id));
}

/** Whether somebody has a password and a second factor already. */
export async function signsInAsStaff(ctx: Ctx, personId: string): Promise<boolean> {
  const found = await ctx.db
    .select({ personId: staffCredential.personId })
    .from(staffCredential)
    .where(eq(staffCredential.personId, personId));
  return found.length > 0;
}

/** The staff of one of the bodies that somebody administers. */
export type AdministeredBody = { id: string; name: string; staff: StaffView[] };

/** The bodies that the actor administers, with their staff. Throws Forbidden where there is none. */
export async function administeredBodies(ctx: Ctx): Promise<AdministeredBody[]> {
  const ids = bodiesWithRole(ctx.actor, "administrator");
  if (ids.length === 0) throw new Forbidden();
  const bodies = await ctx.db
    .select({ id: body.id, name: body.name })
    .from(body)
    .where(inArray(body.id, ids))
    .orderBy(asc(body.name));
  return Promise.all(
    bodies.map(async (one) => ({ ...one, staff: await staffOfBody(ctx, one.id) })),
  );
}

/** An invitation that still holds: what the page shows to set an authenticator app up. */
export type OpenInvitation = { personId: string; email: string; secret: string };

/**
 * The invitation of a link, or undefined when it is unknown, used, replaced or too old. Its row is
 * locked, for the command that uses it up.
 */
export async function openInvitation(ctx: Ctx, token: string): Promise<OpenInvitation | undefined> {
  const [found] = await ctx.db
    .select({
      personId: staffInvitation.personId,
      email: person.email,
      totpSecret: staffInvitation.totpSecret,
      expiresAt: staffInvitation.expiresAt,
    })
    .from(staffInvitation)
    .innerJoin(person, eq(person.id, staffInvitation.personId))
    .where(eq(staffInvitation.tokenHash, sha256(token)))
    .for("update", { of: staffInvitation });
  if (!found?.email || ctx.now >= found.expiresAt) return undefined;
  const { personId, email } = found;
  return { personId, email, secret: unseal(ONE_TIME_SECRET_SEAL, found.totpSecret) };
}
