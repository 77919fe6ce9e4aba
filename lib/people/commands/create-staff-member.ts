import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { person, staffCredential, staffInvitation, staffMember } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import { newOneTimeSecret } from "@/lib/auth/one-time-code";
import { ONE_TIME_SECRET_SEAL } from "@/lib/auth/staff-secrets";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/kernel/errors";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { seal } from "@/lib/platform/sealing";
import { routes } from "@/lib/routes";
import { inTransaction } from "@/lib/transaction";
import { peoplePolicy } from "../policy";
import type { staffMemberSchema } from "../schema";

/** Three days to follow an invitation; an administrator can send another. */
export const INVITATION_HOURS = 72;

/** The invitation of a new member of staff; none when the person signs in as staff already. */
export type NewStaffMember = { personId: string; invitationUrl: string | undefined };

/**
 * Gives somebody roles in a body and, where there is no staff sign-in yet, invites them to choose
 * a password and a second factor. Doing it again sends a new invitation and voids the earlier one.
 * Throws Forbidden to all but the body's administrators.
 */
export function createStaffMember(
  ctx: Ctx,
  input: z.output<typeof staffMemberSchema>,
): Promise<NewStaffMember> {
  peoplePolicy.authorize(ctx.actor, "staff.create", { bodyId: input.bodyId });
  return inTransaction(ctx, async (tx) => {
    const [of] = await tx.db
      .select({ name: body.name })
      .from(body)
      .where(eq(body.id, input.bodyId));
    if (!of) throw new NotFound();
    const personId = await personWithMailbox(tx, input);
    await tx.db
      .insert(staffMember)
      .values(input.roles.map((role) => ({ bodyId: input.bodyId, personId, role })))
      .onConflictDoUpdate({
        target: [staffMember.bodyId, staffMember.personId, staffMember.role],
        set: { endedAt: null },
      });
    const invitationUrl = await invite(tx, { personId, bodyName: of.name, ...input });
    await recordEvent(tx, {
      bodyId: input.bodyId,
      action: "staff.created",
      subjectType: "person",
      subjectId: personId,
      facts: { roles: input.roles.join(" "), invited: invitationUrl !== undefined },
    });
    return { personId, invitationUrl };
  });
}

type Invitee = z.output<typeof staffMemberSchema> & { personId: string; bodyName: string };

async function invite(tx: Ctx, given: Invitee): Promise<string | undefined> {
  const known = await tx.db
    .select({ personId: staffCredential.personId })
    .from(staffCredential)
    .where(eq(staffCredential.personId, given.personId));
  if (known.length > 0) return undefined;
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
    },
    subjectType: "person",
    subjectId: given.personId,
  });
  return url;
}

/** The invited person; a name that is known already is not overwritten by the invitation. */
async function personWithMailbox(
  tx: Ctx,
  { email, givenName, familyName }: z.output<typeof staffMemberSchema>,
): Promise<string> {
  const [row] = await tx.db
    .insert(person)
    .values({ id: tx.newId(), email, givenName, familyName, createdAt: tx.now })
    .onConflictDoUpdate({
      target: person.email,
      set: {
        givenName: sql`coalesce(nullif(${person.givenName}, ''), excluded.given_name)`,
        familyName: sql`coalesce(nullif(${person.familyName}, ''), excluded.family_name)`,
      },
    })
    .returning({ id: person.id });
  if (!row) throw new Error("no person for a mailbox");
  return row.id;
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
