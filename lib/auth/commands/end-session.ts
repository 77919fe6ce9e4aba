import { eq } from "drizzle-orm";
import { session } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";

/** Signs out: ends the session of a token, if it is one. */
export async function endSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(session).where(eq(session.tokenHash, sha256(token)));
}
