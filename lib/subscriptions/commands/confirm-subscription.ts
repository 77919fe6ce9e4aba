import { eq, sql } from "drizzle-orm";
import { subscription, subscriptionRequest } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { inTransaction } from "@/lib/transaction";
import { mayConfirm, subscriptionEnd } from "../core/terms";
import { subscriptionToken } from "../mails";

/**
 * The mailbox says yes: from now on it hears of new calls. One that was subscribed before keeps its
 * links and gets the new wishes. Every request of the mailbox is forgotten. Answers with the key of
 * the subscription; throws Refused for a link that does not hold any more.
 */
export async function confirmSubscription(ctx: Ctx, given: { token: string }): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const [request] = await tx.db
      .select()
      .from(subscriptionRequest)
      .where(eq(subscriptionRequest.tokenHash, sha256(given.token)))
      .for("update");
    const verdict = mayConfirm(request, tx.now);
    if (!verdict.ok || !request) throw new Refused(verdict.ok ? "unknown_link" : verdict.reason);
    const { email, zoneIds, themes, audiences, daily, locale } = request;
    const id = tx.newId();
    const wishes = {
      zoneIds,
      themes,
      audiences,
      daily,
      locale,
      expiresAt: subscriptionEnd(tx.now),
    };
    const [kept] = await tx.db
      .insert(subscription)
      .values({
        ...{ id, email, ...wishes, dailySince: tx.now, confirmedAt: tx.now },
        tokenHash: sha256(subscriptionToken(id)),
      })
      .onConflictDoUpdate({
        target: subscription.email,
        set: {
          ...wishes,
          dailySince: sql`case when ${subscription.daily} = excluded.daily
            then ${subscription.dailySince} else excluded.daily_since end`,
        },
      })
      .returning({ id: subscription.id });
    await tx.db.delete(subscriptionRequest).where(eq(subscriptionRequest.email, email));
    return subscriptionToken(kept?.id ?? id);
  });
}
