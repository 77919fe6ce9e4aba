import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { membership, organisationInvitation, person } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { Refused } from "@/lib/kernel/errors";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { routes } from "@/lib/routes";
import { inTransaction } from "@/lib/transaction";
import { mayInvite } from "../core/membership";
import { membersForCommand } from "../queries/members-for-command";
import type { inviteMemberSchema } from "../schema";

const INVITATION_DAYS = 14;

/**
 * Invites somebody by mail to work for an organisation. An invitation to the same mailbox that is
 * still open is void with it. Throws NotFound, Refused(MembershipReason).
 */
export function inviteMember(
  ctx: Ctx,
  input: z.output<typeof inviteMemberSchema>,
): Promise<{ organisationId: string }> {
  const { organisationId, email } = input;
  return inTransaction(ctx, async (tx) => {
    const { organisation, own } = await membersForCommand(tx, organisationId);
    const verdict = mayInvite({ role: own.role, ...(await openings(tx, input)) });
    if (!verdict.ok) throw new Refused(verdict.reason);
    const token = Buffer.from(tx.random(32)).toString("base64url");
    const row = {
      ...{ id: tx.newId(), tokenHash: sha256(token), invitedBy: own.personId, createdAt: tx.now },
      expiresAt: new Date(tx.now.getTime() + INVITATION_DAYS * 86_400_000),
    };
    await tx.db
      .insert(organisationInvitation)
      .values({ ...row, organisationId, email })
      .onConflictDoUpdate({
        target: [organisationInvitation.organisationId, organisationInvitation.email],
        set: row,
      });
    await recordEvent(tx, {
      bodyId: undefined,
      action: "organisation.invite",
      subjectType: "organisation",
      subjectId: organisationId,
    });
    await enqueueMessage(tx, {
      ...{ bodyId: null, kind: "organisationInvitation", recipient: email, recipientName: "" },
      ...{ key: `organisationInvitation:${row.id}`, locale: "it" },
      ...{ subjectType: "organisation", subjectId: organisationId },
      view: {
        organisationName: organisation.name,
        invitedBy: await ownName(tx, own.personId),
        url: `${env().APP_ORIGIN}${routes.membershipInvitation(token)}`,
        expiresAt: row.expiresAt.toISOString(),
      },
    });
    return { organisationId };
  });
}

async function openings(tx: Ctx, { organisationId, email }: z.output<typeof inviteMemberSchema>) {
  const open = await tx.db.$count(
    organisationInvitation,
    eq(organisationInvitation.organisationId, organisationId),
  );
  const members = await tx.db
    .select({ id: person.id })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        ...[eq(membership.organisationId, organisationId), eq(person.email, email)],
        sql`${membership.endedAt} is null`,
      ),
    );
  return { open, isMember: members.length > 0 };
}

async function ownName(tx: Ctx, personId: string): Promise<string> {
  const [found] = await tx.db.select().from(person).where(eq(person.id, personId));
  return `${found?.givenName} ${found?.familyName}`.trim() || (found?.email ?? "");
}
