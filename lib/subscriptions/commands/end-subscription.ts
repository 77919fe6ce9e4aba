import { eq } from "drizzle-orm";
import { subscription } from "@/db/schema/discovery";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";

/**
 * Forgets a mailbox at once. Ending what has ended changes nothing and is not told apart: mail
 * programs repeat it, and a guessed key learns nothing.
 */
export async function endSubscription(ctx: Ctx, given: { token: string }): Promise<void> {
  await ctx.db.delete(subscription).where(eq(subscription.tokenHash, sha256(given.token)));
}
