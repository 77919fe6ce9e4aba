import { eq, sql } from "drizzle-orm";
import { loginToken, person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { mayUseLink } from "../core/link-rules";
import { type OpenedSession, signInVerified } from "../next-auth";

/** A magic link, in the browser that follows it. */
export type LinkUse = {
  token: string;
  browserToken: string | undefined;
  locale: string;
  deviceLabel: string;
};

/**
 * Uses a magic link: once, within its time, in the browser that asked. At the first use of a
 * mailbox the person is made. Throws Refused with the reason of `mayUseLink`.
 */
export function useSignInLink(
  ctx: Ctx,
  given: LinkUse,
): Promise<OpenedSession & { returnTo: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const [link] = await tx.db
      .select()
      .from(loginToken)
      .where(eq(loginToken.tokenHash, sha256(given.token)))
      .for("update");
    const browserHash = given.browserToken ? sha256(given.browserToken) : undefined;
    const verdict = mayUseLink(link, browserHash, tx.now);
    if (!verdict.ok || !link) throw new Refused(verdict.ok ? "unknown_link" : verdict.reason);
    await tx.db.update(loginToken).set({ usedAt: tx.now }).where(eq(loginToken.id, link.id));
    const personId = await personOfMailbox(tx, link.email, given.locale);
    const opened = await signInVerified(tx, {
      personId,
      strength: "mailbox",
      identityLevel: "mailbox",
      deviceLabel: given.deviceLabel,
    });
    return { ...opened, returnTo: link.returnTo };
  });
}

/** The person of a mailbox that has just been proved, made if there is none. */
async function personOfMailbox(tx: Ctx, email: string, locale: string): Promise<string> {
  const [row] = await tx.db
    .insert(person)
    .values({ id: tx.newId(), email, emailVerifiedAt: tx.now, locale, createdAt: tx.now })
    .onConflictDoUpdate({
      target: person.email,
      set: {
        emailVerifiedAt: sql`coalesce(${person.emailVerifiedAt}, excluded.email_verified_at)`,
      },
    })
    .returning({ id: person.id });
  if (!row) throw new Error("no person for a proved mailbox");
  return row.id;
}
