import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { person, session, staffCredential, staffMember } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import { staffRoles } from "@/lib/auth/roles";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { peoplePolicy } from "../policy";
import type { renewSignInSchema } from "../schema";
import { inviteToSignIn } from "./invite-to-sign-in";

/**
 * For a member of staff who lost phone or password, or let the invitation run out: password and
 * second factor are void and the staff sessions end at once, because a lost phone may be in other
 * hands, and a new invitation goes to the person's own mailbox. Returns its address, which is for
 * the command line alone: an administrator who saw it could take the person's place.
 * Throws Forbidden, NotFound for who is not staff of the body, or Refused("no_mailbox").
 */
export function renewSignIn(
  ctx: Ctx,
  input: z.output<typeof renewSignInSchema>,
): Promise<{ invitationUrl: string }> {
  peoplePolicy.authorize(ctx.actor, "staff.renew", input);
  return inTransaction(ctx, async (tx) => {
    const held = await rolesHeld(tx, input);
    const [first] = held;
    if (!first) throw new NotFound();
    if (!first.email) throw new Refused("no_mailbox");
    const former = await tx.db
      .delete(staffCredential)
      .where(eq(staffCredential.personId, input.personId))
      .returning({ personId: staffCredential.personId });
    const again = former.length > 0;
    const ended = await tx.db
      .delete(session)
      .where(and(eq(session.personId, input.personId), eq(session.strength, "staff")))
      .returning({ id: session.id });
    const roles = staffRoles.filter((role) => held.some((one) => one.role === role));
    const invitee = { ...first, email: first.email, ...input, roles, again };
    const invitationUrl = await inviteToSignIn(tx, invitee);
    await recordEvent(tx, {
      bodyId: input.bodyId,
      action: again ? "staff.signInRenewed" : "staff.invitedAgain",
      subjectType: "person",
      subjectId: input.personId,
      facts: { sessionsEnded: ended.length },
    });
    return { invitationUrl };
  });
}

/** The roles held now in the body, each with whom and where; locked, so that none ends meanwhile. */
function rolesHeld(tx: Ctx, { bodyId, personId }: { bodyId: string; personId: string }) {
  return tx.db
    .select({
      role: staffMember.role,
      email: person.email,
      givenName: person.givenName,
      familyName: person.familyName,
      bodyName: body.name,
    })
    .from(staffMember)
    .innerJoin(person, eq(person.id, staffMember.personId))
    .innerJoin(body, eq(body.id, staffMember.bodyId))
    .where(
      and(
        eq(staffMember.bodyId, bodyId),
        eq(staffMember.personId, personId),
        isNull(staffMember.endedAt),
      ),
    )
    .orderBy(staffMember.role)
    .for("update", { of: staffMember });
}
