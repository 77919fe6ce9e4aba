import { and, eq, ne } from "drizzle-orm";
import { session } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";

/** Signs out: ends the session of a token, if it is one. */
export async function endSession(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(session).where(eq(session.tokenHash, sha256(token)));
}

/** Ends one of the actor's own sessions, on whatever device. Throws NotFound for those of others. */
export async function revokeSession(ctx: Ctx, given: { sessionId: string }): Promise<void> {
  const ended = await ctx.db
    .delete(session)
    .where(and(eq(session.id, given.sessionId), eq(session.personId, own(ctx))))
    .returning({ id: session.id });
  if (ended.length === 0) throw new NotFound();
}

/** Ends all of the actor's sessions but the one given; returns how many. */
export async function revokeOtherSessions(ctx: Ctx, kept: { sessionId: string }): Promise<number> {
  const ended = await ctx.db
    .delete(session)
    .where(and(eq(session.personId, own(ctx)), ne(session.id, kept.sessionId)))
    .returning({ id: session.id });
  return ended.length;
}

function own(ctx: Ctx): string {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  return personId;
}
