import { sql } from "drizzle-orm";
import { auditCheckpoint } from "@/db/schema/audit";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/platform/log";
import { verifyChains } from "./verify-chain";

/**
 * Re-computes all chains from their first event, notes how far each is whole, and logs the head of
 * each: a log that is kept elsewhere then bears witness against whoever rewrites the database. A
 * daily job, at night; pages verify from here on (recent-check).
 */
export async function checkChains(ctx: Ctx): Promise<void> {
  for (const { chain, last, brokenAt } of await verifyChains(ctx)) {
    const found = { ...last, brokenAt: brokenAt ?? null, checkedAt: ctx.now };
    await ctx.db
      .insert(auditCheckpoint)
      .values({ chain, ...found })
      .onConflictDoUpdate({
        target: auditCheckpoint.chain,
        set: found,
        // Of two checks at once, the one that began later.
        setWhere: sql`${auditCheckpoint.checkedAt} <= excluded.checked_at`,
      });
    if (brokenAt === undefined) log.info({ chain, ...last }, "head of an audit chain");
    else log.error({ chain, brokenAt }, "an audit chain is broken");
  }
}
