import { and, eq, lt } from "drizzle-orm";
import { person, signInLock, staffCredential } from "@/db/schema/people";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { forgiveAttempt, limits, rateLimit } from "@/lib/platform/rate-limit";
import { keyedDigest, unseal } from "@/lib/platform/sealing";
import { inTransaction } from "@/lib/transaction";
import { type OpenedSession, signInVerified } from "../next-auth";
import { stepOfCode } from "../one-time-code";
import { passwordFits } from "../passwords";
import { takeAttempt } from "../sign-in-lock";
import { ONE_TIME_SECRET_SEAL } from "../staff-secrets";

/** What a member of staff types, and from where. */
export type StaffSignIn = {
  email: string;
  password: string;
  code: string;
  address: string;
  deviceLabel: string;
};

/**
 * Signs a member of staff in with password and one-time code. Whatever is wrong, the answer is
 * `wrong_credentials`, after the same work; `locked` comes for unknown mailboxes just as for known
 * ones. Throws Refused or RateLimited.
 */
export async function signInStaff(ctx: Ctx, given: StaffSignIn): Promise<OpenedSession> {
  const addressKey = `staff-address:${keyedDigest("address", given.address)}`;
  const mailboxHash = keyedDigest("staff-mailbox", given.email);
  await rateLimit(ctx, addressKey, limits.staffSignInPerAddress);
  await takeAttempt(ctx, mailboxHash);
  const known = await credentialOf(ctx, given.email);
  const fits = await passwordFits(known?.passwordHash, given.password);
  const step =
    known && stepOfCode(unseal(ONE_TIME_SECRET_SEAL, known.totpSecret), given.code, ctx.now);
  if (!known || !fits || step === undefined) throw new Refused("wrong_credentials");
  const opened = await inTransaction(ctx, async (tx) => {
    await spendStep(tx, known.personId, step);
    await tx.db.delete(signInLock).where(eq(signInLock.mailboxHash, mailboxHash));
    const session = await signInVerified(tx, {
      personId: known.personId,
      strength: "staff",
      identityLevel: "staff",
      deviceLabel: given.deviceLabel,
    });
    await recordEvent(tx, {
      bodyId: undefined,
      action: "staff.signedIn",
      subjectType: "person",
      subjectId: known.personId,
    });
    return session;
  });
  await forgiveAttempt(ctx, addressKey, limits.staffSignInPerAddress);
  return opened;
}

async function credentialOf(ctx: Ctx, email: string) {
  const [found] = await ctx.db
    .select({
      personId: staffCredential.personId,
      passwordHash: staffCredential.passwordHash,
      totpSecret: staffCredential.totpSecret,
    })
    .from(staffCredential)
    .innerJoin(person, eq(person.id, staffCredential.personId))
    .where(eq(person.email, email));
  return found;
}

/** A step is spent once, and none before the last one: of two uses of a code one wins. */
async function spendStep(tx: Ctx, personId: string, step: number): Promise<void> {
  const spent = await tx.db
    .update(staffCredential)
    .set({ lastTotpStep: step })
    .where(and(eq(staffCredential.personId, personId), lt(staffCredential.lastTotpStep, step)))
    .returning({ personId: staffCredential.personId });
  if (spent.length === 0) throw new Refused("wrong_credentials");
}
