import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { session } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";
import { countedAttempt, type Limit } from "@/lib/platform/rate-limit";
import { clockNow } from "@/lib/transaction";
import type { Actor, HeldRole, SessionStrength } from "./actor";
import {
  idleLimit,
  LONGEST_SESSION_MS,
  type SessionClock,
  sessionClock,
  sessionEnd,
  VISIT_STEP_MS,
} from "./core/session-terms";
import { deskRoles } from "./roles";

/** A living session, with all that says who is acting. */
export type ResolvedSession = {
  id: string;
  personId: string;
  strength: SessionStrength;
  identityLevel: string;
  locale: string;
  displayName: string;
  /** The clock of the database when it was asked for: UTC with microseconds. */
  askedAt: string;
  /** Whether the attempt counted with it is within its limit; true where none is counted. */
  passes: boolean;
  /** When it ends if nothing more happens in it. */
  endsAt: Date;
  /** When it ends whatever happens. */
  expiresAt: Date;
  roles: HeldRole[];
  organisationIds: string[];
};

/** What a person tries with a request: counted under `of` and its id. */
export type CountedAttempt = { of: string; limit: Limit };

type Row = Omit<ResolvedSession, "endsAt" | "expiresAt"> & {
  lastSeenAt: string;
  expiresAt: string;
};

/**
 * The session of a token, or undefined when there is none or it has ended: one statement for
 * session, person, roles and organisations, which also notes the visit, once a minute at most, and
 * counts what the person tries where it is told to.
 * `db` must have the scope "*": roles stand behind the wall of their body.
 */
export async function resolveSession(
  db: Database,
  token: string,
  now: Date,
  attempt?: CountedAttempt,
): Promise<ResolvedSession | undefined> {
  const at = now.toISOString();
  const key = sql`(select ${`${attempt?.of}:`} || person_id from living)`;
  const counting = attempt && sql`, attempt as (${countedAttempt(now, key, attempt.limit)})`;
  const passes = attempt ? sql`exists (select from attempt)` : sql`true`;
  const found = await db.execute<Row>(sql`
    with living as (
      select * from session
      where token_hash = ${sha256(token)} and expires_at > ${at}::timestamptz
        and last_seen_at > ${at}::timestamptz - case strength
          when 'staff' then ${seconds(idleLimit("staff"))} else ${seconds(idleLimit("mailbox"))} end
    ), visit as (
      update session set last_seen_at = ${at}::timestamptz
      where id = (select id from living)
        and last_seen_at <= ${at}::timestamptz - ${seconds(VISIT_STEP_MS)}
    )${counting}
    select living.id, living.person_id as "personId", living.strength, ${clockNow} as "askedAt",
      ${passes} as "passes",
      living.identity_level as "identityLevel",
      living.last_seen_at as "lastSeenAt", living.expires_at as "expiresAt", person.locale,
      coalesce(nullif(trim(person.given_name || ' ' || person.family_name), ''), person.email, '')
        as "displayName",
      coalesce((select json_agg(jsonb_strip_nulls(jsonb_build_object('bodyId', body_id, 'role', role,
          'regional', case when body.kind = 'region' then true end))
          order by body_id, role) from staff_member join body on body.id = body_id
        where person_id = person.id and ended_at is null), '[]') as "roles",
      coalesce((select json_agg(organisation_id order by organisation_id) from membership
        where person_id = person.id and ended_at is null), '[]') as "organisationIds"
    from living join person on person.id = living.person_id`);
  const row = found.rows[0];
  if (!row) return undefined;
  const { lastSeenAt, expiresAt, ...known } = row;
  const times = { lastSeenAt: new Date(lastSeenAt), expiresAt: new Date(expiresAt) };
  const endsAt = sessionEnd({ ...known, ...times }, now);
  return { ...known, endsAt, expiresAt: times.expiresAt };
}

const seconds = (milliseconds: number) =>
  sql`make_interval(secs => ${milliseconds / 1000}::double precision)`;

/** The applicant's side of a session: the person, for itself and its organisations. */
export function personActor(found: ResolvedSession): Actor {
  const held = found.strength === "staff" ? found.roles : [];
  const desks = held.filter(({ role }) => deskRoles.includes(role)).map(({ bodyId }) => bodyId);
  return {
    kind: "person",
    personId: found.personId,
    strength: found.strength,
    identityLevel: found.identityLevel,
    organisationIds: found.organisationIds,
    ...(desks.length > 0 && { desks: [...new Set(desks)] }),
  };
}

/** The staff's side of a session; undefined without a second factor or without a role. */
export function staffActor(found: ResolvedSession): Extract<Actor, { kind: "staff" }> | undefined {
  if (found.strength !== "staff" || found.roles.length === 0) return undefined;
  return { kind: "staff", personId: found.personId, roles: found.roles };
}

/** Who a session belongs to and how its person was recognised. */
export type NewSession = {
  personId: string;
  strength: SessionStrength;
  identityLevel: string;
  deviceLabel: string;
};

/** Opens a session and returns its token, which is nowhere stored: the row holds its digest. */
export async function openSession(
  tx: Ctx,
  given: NewSession,
): Promise<{ token: string; expiresAt: Date }> {
  const token = Buffer.from(tx.random(32)).toString("base64url");
  const expiresAt = new Date(tx.now.getTime() + LONGEST_SESSION_MS);
  await tx.db.insert(session).values({
    id: tx.newId(),
    tokenHash: sha256(token),
    ...given,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt,
  });
  return { token, expiresAt };
}

/**
 * How long the session of a token still lives, or undefined when it has ended. Looking is no
 * visit: a page that is only left open must not keep its session alive.
 */
export async function lookAtSession(
  db: Database,
  token: string,
  now: Date,
): Promise<SessionClock | undefined> {
  const [found] = await db
    .select()
    .from(session)
    .where(eq(session.tokenHash, sha256(token)));
  if (!found) return undefined;
  const known = { ...found, strength: strengthOf(found.strength) };
  return now < sessionEnd(known) ? sessionClock(known, now) : undefined;
}

/** Notes a visit now, asked for by the person; the clock afterwards, undefined when it was too late. */
export async function extendSession(
  db: Database,
  token: string,
  now: Date,
): Promise<SessionClock | undefined> {
  if (!(await lookAtSession(db, token, now))) return undefined;
  await db
    .update(session)
    .set({ lastSeenAt: sql`greatest(${session.lastSeenAt}, ${now.toISOString()}::timestamptz)` })
    .where(eq(session.tokenHash, sha256(token)));
  return lookAtSession(db, token, now);
}

/** A strength that is not known, which a check of the table excludes, would live shortest. */
function strengthOf(stored: string): SessionStrength {
  return stored === "mailbox" || stored === "identity" ? stored : "staff";
}
