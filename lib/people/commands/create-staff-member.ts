import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { person, staffMember } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { peoplePolicy } from "../policy";
import { signsInAsStaff } from "../queries/accounts";
import type { staffMemberSchema } from "../schema";
import { inviteToSignIn } from "./invite-to-sign-in";

/** The invitation of a new member of staff; none when the person signs in as staff already. */
export type NewStaffMember = { personId: string; invitationUrl: string | undefined };

/**
 * Gives somebody roles in a body and, where there is no staff sign-in yet, invites them to choose
 * a password and a second factor. Doing it again sends a new invitation and voids the earlier one.
 * Throws Forbidden to all but the body's administrators; where there is none the region appoints one.
 */
export function createStaffMember(
  ctx: Ctx,
  input: z.output<typeof staffMemberSchema>,
): Promise<NewStaffMember> {
  const { bodyId, roles } = input;
  if (!peoplePolicy.can(ctx.actor, "staff.create", { bodyId })) {
    peoplePolicy.authorize(ctx.actor, "staff.appointFirst", { roles, administrators: 0 });
  }
  return inTransaction(ctx, async (tx) => {
    const of = await bodyToStaff(tx, input);
    const personId = await personWithMailbox(tx, input);
    await tx.db
      .insert(staffMember)
      .values(input.roles.map((role) => ({ bodyId: input.bodyId, personId, role })))
      .onConflictDoUpdate({
        target: [staffMember.bodyId, staffMember.personId, staffMember.role],
        set: { endedAt: null },
      });
    const invitationUrl = (await signsInAsStaff(tx, personId))
      ? undefined
      : await inviteToSignIn(tx, { ...input, personId, bodyName: of.name, again: false });
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

/** The body, if the actor may give these roles in it; its row is where first appointments queue. */
async function bodyToStaff(
  tx: Ctx,
  { bodyId, roles }: z.output<typeof staffMemberSchema>,
): Promise<{ name: string }> {
  const find = tx.db.select({ name: body.name }).from(body).where(eq(body.id, bodyId));
  if (peoplePolicy.can(tx.actor, "staff.create", { bodyId })) {
    const [of] = await find;
    if (!of) throw new NotFound();
    return of;
  }
  const [of] = await find.for("update");
  const held = await tx.db
    .select({ personId: staffMember.personId })
    .from(staffMember)
    .where(
      and(
        eq(staffMember.bodyId, bodyId),
        eq(staffMember.role, "administrator"),
        isNull(staffMember.endedAt),
      ),
    );
  peoplePolicy.authorize(tx.actor, "staff.appointFirst", { roles, administrators: held.length });
  if (!of) throw new NotFound();
  return of;
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
