import { and, eq, gt, ne, sql } from "drizzle-orm";
import { callPresence } from "@/db/schema/call-editing";
import { call } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { callPolicy } from "../policy";
import { editsByOthers, type LastEdit } from "../queries/call-edits";

/** Who was not heard of for so long has left. */
const PRESENT_SECONDS = 60;

export type Company = {
  /** Others who have the draft open. */
  others: { name: string; at: Date }[];
  /** What others wrote after the page was read. */
  edits: LastEdit[];
  /** When this was asked: the next question begins here. */
  asOf: Date;
};

/**
 * Notes that somebody has a draft open, and tells who else has, and what they wrote after `since`.
 * NotFound for whoever may not edit it. Four statements, of one row or a few each.
 */
export async function notePresence(
  ctx: Ctx,
  { callId, since }: { callId: string; since: Date },
): Promise<Company> {
  const me = personOf(ctx.actor);
  if (!me) throw new Unauthenticated();
  if (!isUuid(callId)) throw new NotFound();
  const [draft] = await ctx.db
    .select({ bodyId: call.bodyId })
    .from(call)
    .where(eq(call.id, callId));
  if (!draft || !callPolicy.can(ctx.actor, "call.edit", draft)) throw new NotFound();
  const [, others, edits] = await Promise.all([
    ctx.db
      .insert(callPresence)
      .values({ callId, personId: me, seenAt: ctx.now })
      .onConflictDoUpdate({
        target: [callPresence.callId, callPresence.personId],
        set: { seenAt: sql`greatest(${callPresence.seenAt}, excluded.seen_at)` },
      }),
    ctx.db
      .select({
        name: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
        at: callPresence.seenAt,
      })
      .from(callPresence)
      .innerJoin(person, eq(person.id, callPresence.personId))
      .where(
        and(
          eq(callPresence.callId, callId),
          ne(callPresence.personId, me),
          gt(callPresence.seenAt, new Date(ctx.now.getTime() - PRESENT_SECONDS * 1000)),
        ),
      )
      .orderBy(person.familyName),
    editsByOthers(ctx, callId, since),
  ]);
  return { others, edits, asOf: ctx.now };
}
