import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/platform/log";
import { inTransaction, postgresCode } from "@/lib/transaction";
import { fileStorage } from "./storage";
import { nothingNames } from "./store-file";

/** An upload that has begun is over by then, one way or the other. */
const SPARED_HOURS = 24;
const PAGE = 200;
const STILL_NAMED = "23503";

/**
 * Clears what broken-off uploads and files taken off a draft leave behind: contents that nothing
 * names. A daily job; running it twice, or beside uploads of the same content, changes nothing.
 */
export async function collectFiles(ctx: Ctx): Promise<{ collected: number }> {
  const before = new Date(ctx.now.getTime() - SPARED_HOURS * 3_600_000);
  await fileStorage().sweep(before);
  let collected = 0;
  for (let last = ""; ; ) {
    const { rows } = await ctx.db.execute<{ sha256: string }>(sql`
      select sha256 from file_object
      where ${mayBeCollected(before)} and sha256 > ${last} order by sha256 limit ${PAGE}`);
    for (const { sha256 } of rows) if (await collect(ctx, sha256, before)) collected += 1;
    const end = rows.at(-1);
    if (!end) break;
    last = end.sha256;
  }
  if (collected > 0) log.info({ collected }, "cleared files that nothing names");
  return { collected };
}

/**
 * The deleted row is locked until the content is gone: an upload of the same content waits for it
 * and then writes both anew. Broken off in the middle, the row stays and it is done again.
 */
async function collect(ctx: Ctx, sha256: string, before: Date): Promise<boolean> {
  try {
    return await inTransaction(ctx, async (tx) => {
      const { rowCount } = await tx.db.execute(
        sql`delete from file_object where sha256 = ${sha256} and ${mayBeCollected(before)}`,
      );
      if (rowCount !== 1) return false;
      await fileStorage().remove(sha256);
      return true;
    });
  } catch (error) {
    if (postgresCode(error) === STILL_NAMED) return false;
    throw error;
  }
}

const mayBeCollected = (before: Date) =>
  sql`collectable and stored_at < ${before.toISOString()}::timestamptz and ${nothingNames}`;
