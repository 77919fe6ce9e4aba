import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { platformMark } from "@/db/schema/platform";
import { makeContext } from "@/lib/context";
import type { LocalDate } from "@/lib/kernel/local-date";
import { inTransaction } from "@/lib/transaction";
import { demonstration } from "./demonstration";
import { makeSeed, romeTime } from "./seed";

const MARK = "demonstration";

/**
 * Loads the demonstration data once: all of it or nothing, in one transaction. Two starts at the
 * same time wait for each other on the mark. Returns false if it was loaded before.
 */
export async function seedDemonstration(pool: Pool, today: LocalDate): Promise<boolean> {
  const ctx = makeContext({
    db: scopedDatabase(pool, "*"),
    actor: { kind: "system", job: "seed" },
    now: romeTime(today, "00:00"),
    requestId: "seed",
  });
  return inTransaction(ctx, async (tx) => {
    const marked = await tx.db
      .insert(platformMark)
      .values({ key: MARK, value: { today }, setAt: tx.now })
      .onConflictDoNothing()
      .returning({ key: platformMark.key });
    if (marked.length === 0) return false;
    const seed = makeSeed(tx.db, today);
    for (const part of demonstration) await part(seed);
    return true;
  });
}
