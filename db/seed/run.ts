import type { Pool } from "pg";
import { scopedDatabase } from "@/db/client";
import { platformMark } from "@/db/schema/platform";
import { type Ctx, makeContext } from "@/lib/context";
import type { LocalDate } from "@/lib/kernel/local-date";
import { inTransaction } from "@/lib/transaction";
import { demonstration } from "./demonstration";
import { type DemonstrationStage, demonstrationMarks } from "./marks";
import { makeSeed, romeTime } from "./seed";

/**
 * Loads the demonstration data once, `until` a stage. Returns false if all of it was there. Both
 * stages must be given the same day.
 */
export async function seedDemonstration(
  pool: Pool,
  today: LocalDate,
  until: DemonstrationStage = "whole",
): Promise<boolean> {
  const ctx = makeContext({
    db: scopedDatabase(pool, "*"),
    actor: { kind: "system", job: "seed" },
    now: romeTime(today, "00:00"),
    requestId: "seed",
  });
  const stages = until === "whole" ? (["public", "whole"] as const) : (["public"] as const);
  let loaded = false;
  for (const stage of stages) loaded = (await seedStage(ctx, stage, today)) || loaded;
  return loaded;
}

/**
 * All of a stage or nothing, in one transaction with its mark. Two starts at the same time wait
 * for each other on the mark, and the second loads nothing.
 */
function seedStage(ctx: Ctx, stage: DemonstrationStage, today: LocalDate): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const marked = await tx.db
      .insert(platformMark)
      .values({ key: demonstrationMarks[stage], value: { today }, setAt: tx.now })
      .onConflictDoNothing()
      .returning({ key: platformMark.key });
    if (marked.length === 0) return false;
    const seed = makeSeed(tx.db, today);
    for (const part of demonstration[stage]) await part(seed);
    return true;
  });
}
