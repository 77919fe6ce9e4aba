import { and, eq } from "drizzle-orm";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { account, person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import type { Identity } from "./core/identity-claims";
import { openSession } from "./sessions";

/** What one sign-in through the identity provider knows; filled in when its profile has arrived. */
export type IdentitySignIn = {
  issuer: string;
  deviceLabel: string;
  identity: Identity | undefined;
};

/**
 * next-auth's adapter over our own tables, for one sign-in with the identity provider. Accounts
 * are found by issuer and subject alone: no linking by e-mail, and none to whoever happens to be
 * signed in on a shared computer.
 */
export function identityAdapter(ctx: Ctx, signIn: IdentitySignIn): Adapter {
  let personId: string | undefined;
  return {
    getUserByEmail: async () => null,
    getSessionAndUser: async () => null,
    getUserByAccount: async () => {
      // Before the level is judged it is asked once: an identity too weak finds nobody.
      if (!signIn.identity) return null;
      personId ??= await knownPerson(ctx, signIn);
      return personId ? asUser(personId) : null;
    },
    // The row is made together with the account, in one transaction.
    createUser: async () => asUser(ctx.newId()),
    linkAccount: async ({ userId }: { userId: string }) => {
      personId = await newPerson(ctx, signIn, userId);
    },
    createSession: async () => {
      if (!personId) throw new Error("no person for this identity");
      const { level } = identityIn(signIn);
      const opened = await openSession(ctx, {
        personId,
        strength: "identity",
        identityLevel: level,
        deviceLabel: signIn.deviceLabel,
      });
      return { sessionToken: opened.token, userId: personId, expires: opened.expiresAt };
    },
  };
}

/** The person of a known account; what the provider vouches for is brought up to date. */
async function knownPerson(ctx: Ctx, signIn: IdentitySignIn): Promise<string | undefined> {
  const identity = identityIn(signIn);
  return inTransaction(ctx, async (tx) => {
    const [known] = await tx.db
      .update(account)
      .set({ level: identity.level })
      .where(and(eq(account.issuer, signIn.issuer), eq(account.subject, identity.subject)))
      .returning({ personId: account.personId });
    if (!known) return undefined;
    await tx.db.update(person).set(vouched(identity)).where(eq(person.id, known.personId));
    return known.personId;
  });
}

/** Makes person and account; when a parallel first sign-in was quicker, returns its person. */
async function newPerson(ctx: Ctx, signIn: IdentitySignIn, id: string): Promise<string> {
  const { issuer } = signIn;
  const identity = identityIn(signIn);
  const { subject, level } = identity;
  return inTransaction(ctx, async (tx) => {
    await tx.db.insert(person).values({ id, ...vouched(identity), createdAt: tx.now });
    const made = await tx.db
      .insert(account)
      .values({ issuer, subject, level, personId: id, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ personId: account.personId });
    if (made.length > 0) return id;
    await tx.db.delete(person).where(eq(person.id, id));
    const [quicker] = await tx.db
      .select({ personId: account.personId })
      .from(account)
      .where(and(eq(account.issuer, issuer), eq(account.subject, subject)));
    if (!quicker) throw new Error("an account vanished");
    return quicker.personId;
  });
}

/** The parts of a person that the provider vouches for; an empty claim wipes nothing. */
function vouched(identity: Identity) {
  const { givenName, familyName, fiscalCode } = identity;
  return {
    ...(givenName ? { givenName } : {}),
    ...(familyName ? { familyName } : {}),
    ...(fiscalCode ? { fiscalCode } : {}),
  };
}

function identityIn(signIn: IdentitySignIn): Identity {
  if (!signIn.identity) throw new Error("the identity has not arrived");
  return signIn.identity;
}

/** next-auth wants a mailbox in its type; ours stays out of its sight. */
function asUser(id: string): AdapterUser {
  return { id, email: "", emailVerified: null };
}
