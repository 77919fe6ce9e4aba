import { inArray } from "drizzle-orm";
import type { z } from "zod";
import { subscriptionRequest } from "@/db/schema/discovery";
import { zone } from "@/db/schema/territory";
import type { Ctx } from "@/lib/context";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { sha256 } from "@/lib/platform/digest";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { keyedDigest } from "@/lib/platform/sealing";
import { inTransaction } from "@/lib/transaction";
import { requestEnd } from "../core/terms";
import { confirmationLetter } from "../mails";
import type { requestSubscriptionSchema } from "../schema";

export type SubscriptionRequest = z.output<typeof requestSubscriptionSchema> & {
  locale: string;
  /** Network address of who asks. */
  address: string;
};

/**
 * Asks a mailbox to confirm. Anybody may ask for any mailbox and learns nothing: the answer and the
 * letter are the same whether or not it is subscribed already. Throws RateLimited.
 */
export async function requestSubscription(ctx: Ctx, given: SubscriptionRequest): Promise<void> {
  const { address, email, zones, themes, audiences, daily, locale } = given;
  await rateLimit(
    ctx,
    `subscription-address:${keyedDigest("address", address)}`,
    limits.subscriptionPerAddress,
  );
  await rateLimit(
    ctx,
    `subscription-mailbox:${keyedDigest("mailbox", email)}`,
    limits.subscriptionPerMailbox,
  );
  const token = Buffer.from(ctx.random(32)).toString("base64url");
  await inTransaction(ctx, async (tx) => {
    const known =
      zones.length > 0
        ? await tx.db.select({ id: zone.id }).from(zone).where(inArray(zone.slug, zones))
        : [];
    const request = {
      ...{ id: tx.newId(), email, themes, audiences, daily, locale },
      zoneIds: known.map(({ id }) => id),
      createdAt: tx.now,
      expiresAt: requestEnd(tx.now),
    };
    await tx.db.insert(subscriptionRequest).values({ ...request, tokenHash: sha256(token) });
    await enqueueMessage(tx, confirmationLetter(request, token));
  });
}
