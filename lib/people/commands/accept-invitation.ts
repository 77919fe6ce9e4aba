import { eq } from "drizzle-orm";
import type { z } from "zod";
import { person, staffCredential, staffInvitation } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import { stepOfCode } from "@/lib/auth/one-time-code";
import { hashPassword } from "@/lib/auth/passwords";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { openInvitation } from "../queries/accounts";
import type { acceptInvitationSchema } from "../schema";

/**
 * Follows an invitation: stores the password and the second factor, of which a first code proves
 * that the app was set up. The invitation is gone afterwards, and so is the code.
 * Throws Refused("unknown_invitation" | "wrong_code").
 */
export function acceptInvitation(
  ctx: Ctx,
  input: z.output<typeof acceptInvitationSchema>,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const invitation = await openInvitation(tx, input.token);
    if (!invitation) throw new Refused("unknown_invitation");
    const { personId, secret } = invitation;
    const step = stepOfCode(secret, input.code, tx.now);
    if (step === undefined) throw new Refused("wrong_code");
    const [gone] = await tx.db
      .delete(staffInvitation)
      .where(eq(staffInvitation.personId, personId))
      .returning({ totpSecret: staffInvitation.totpSecret });
    if (!gone) throw new Refused("unknown_invitation");
    await tx.db.insert(staffCredential).values({
      personId,
      passwordHash: await hashPassword(input.password),
      totpSecret: gone.totpSecret,
      lastTotpStep: step,
    });
    await tx.db.update(person).set({ emailVerifiedAt: tx.now }).where(eq(person.id, personId));
    await recordEvent(tx, {
      bodyId: undefined,
      action: "staff.activated",
      subjectType: "person",
      subjectId: personId,
    });
  });
}
