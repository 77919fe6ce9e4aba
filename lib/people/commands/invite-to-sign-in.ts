import { eq, sql } from "drizzle-orm";
import { person, staffInvitation } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import { newOneTimeSecret } from "@/lib/auth/one-time-code";
import type { StaffRole } from "@/lib/auth/roles";
import { ONE_TIME_SECRET_SEAL } from "@/lib/auth/staff-secrets";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { seal } from "@/lib/platform/sealing";
import { routes } from "@/lib/routes";

/** Three days to follow an invitation; an administrator can send another. */
const INVITATION_HOURS = 72;

/** Who is invited, by which body; `again` says that a former sign-in was taken away. */
export type Invitee = {
  personId: string;
  email: string;
  givenName: string;
  familyName: string;
  roles: readonly StaffRole[];
  bodyId: string;
  bodyName: string;
  again: boolean;
};

/**
 * Invites somebody to choose a password and a second factor, by e-mail, and returns the address
 * that was sent. The invitation before it, if there is one, is void. Part of a transaction.
 */
export async function inviteToSignIn(tx: Ctx, given: Invitee): Promise<string> {
  const token = Buffer.from(tx.random(32)).toString("base64url");
  const expiresAt = new Date(tx.now.getTime() + INVITATION_HOURS * 3_600_000);
  const row = {
    tokenHash: sha256(token),
    totpSecret: seal(ONE_TIME_SECRET_SEAL, newOneTimeSecret()),
    createdAt: tx.now,
    expiresAt,
  };
  await tx.db
    .insert(staffInvitation)
    .values({ personId: given.personId, ...row })
    .onConflictDoUpdate({ target: staffInvitation.personId, set: row });
  const url = `${env().APP_ORIGIN}${routes.staffInvitation()}?${new URLSearchParams({ chiave: token })}`;
  await enqueueMessage(tx, {
    bodyId: given.bodyId,
    kind: "staffInvitation",
    key: `staffInvitation:${row.tokenHash.slice(0, 32)}`,
    recipient: given.email,
    recipientName: `${given.givenName} ${given.familyName}`,
    locale: "it",
    view: {
      bodyName: given.bodyName,
      roles: given.roles,
      invitedBy: await nameOfActor(tx, given.bodyName),
      url,
      expiresAt: expiresAt.toISOString(),
      again: given.again,
    },
    subjectType: "person",
    subjectId: given.personId,
  });
  return url;
}

async function nameOfActor(tx: Ctx, otherwise: string): Promise<string> {
  const personId = personOf(tx.actor);
  if (!personId) return otherwise;
  const [found] = await tx.db
    .select({ name: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})` })
    .from(person)
    .where(eq(person.id, personId));
  return found?.name || otherwise;
}
