import { and, eq, ne } from "drizzle-orm";
import { session } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";

/** Ends all of the actor's sessions but the one given; returns how many. */
export async function revokeOtherSessions(ctx: Ctx, kept: { sessionId: string }): Promise<number> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const ended = await ctx.db
    .delete(session)
    .where(and(eq(session.personId, personId), ne(session.id, kept.sessionId)))
    .returning({ id: session.id });
  return ended.length;
}
