import { and, asc, eq, lte } from "drizzle-orm";
import { upload } from "@/db/schema/uploads";
import type { Ctx } from "@/lib/context";
import { fileStorage } from "@/lib/files/storage";
import { log } from "@/lib/platform/log";

const PAGE = 200;

/**
 * Clears uploads whose time is over, with what had come of them: first the pieces, so that none is
 * left that no row knows of. A job of every hour; running it twice or broken off changes nothing.
 */
export async function collectUploads(ctx: Ctx): Promise<{ collected: number }> {
  let collected = 0;
  for (let found = PAGE; found === PAGE; ) {
    const over = await ctx.db
      .select({ id: upload.id, pieces: upload.pieces })
      .from(upload)
      .where(lte(upload.expiresAt, ctx.now))
      .orderBy(asc(upload.expiresAt))
      .limit(PAGE);
    for (const { id, pieces } of over) {
      for (const piece of pieces) await fileStorage().removePiece(piece);
      await ctx.db.delete(upload).where(and(eq(upload.id, id), lte(upload.expiresAt, ctx.now)));
    }
    found = over.length;
    collected += over.length;
  }
  if (collected > 0) log.info({ collected }, "cleared uploads whose time is over");
  return { collected };
}
