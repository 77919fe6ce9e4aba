import { and, eq } from "drizzle-orm";
import { session } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";

/** Ends one of the actor's own sessions, on whatever device. Throws NotFound for those of others. */
export async function revokeSession(ctx: Ctx, given: { sessionId: string }): Promise<void> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  const ended = await ctx.db
    .delete(session)
    .where(and(eq(session.id, given.sessionId), eq(session.personId, personId)))
    .returning({ id: session.id });
  if (ended.length === 0) throw new NotFound();
}
