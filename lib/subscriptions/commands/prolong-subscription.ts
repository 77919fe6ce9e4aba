import { eq } from "drizzle-orm";
import { subscription } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { subscriptionEnd } from "../core/terms";

/** Two years from now. Throws NotFound where the subscription has ended. */
export async function prolongSubscription(ctx: Ctx, given: { token: string }): Promise<void> {
  const prolonged = await ctx.db
    .update(subscription)
    .set({ expiresAt: subscriptionEnd(ctx.now) })
    .where(eq(subscription.tokenHash, sha256(given.token)))
    .returning({ id: subscription.id });
  if (prolonged.length === 0) throw new NotFound();
}
