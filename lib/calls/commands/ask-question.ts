import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { clarification } from "@/db/schema/clarifications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/transaction";
import { isPublic } from "../core/call-status";
import { mayAsk } from "../core/clarifications";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";

/** Takes a question of whoever is signed in; nobody sees it before staff have answered. */
export async function askQuestion(
  ctx: Ctx,
  given: { callId: string; question: string },
): Promise<{ slug: string }> {
  const askerId = personOf(ctx.actor);
  if (!askerId) throw new Unauthenticated();
  // Before the transaction: a refusal must not take the count back.
  await rateLimit(ctx, `question:${askerId}`, limits.question);
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db.select().from(call).where(eq(call.id, given.callId)).for("share");
    if (!found || !isPublic(found, tx.now)) throw new NotFound();
    callPolicy.authorize(tx.actor, "call.ask", found);
    const verdict = mayAsk({ ...found, state: found.state as CallState }, tx.now);
    if (!verdict.ok) throw new Refused(verdict.reason);
    const id = tx.newId();
    await tx.db.insert(clarification).values({
      id,
      callId: found.id,
      bodyId: found.bodyId,
      askerId,
      asked: given.question,
      askedAt: tx.now,
    });
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "clarification.asked",
      subjectType: "clarification",
      subjectId: id,
      facts: { callId: found.id },
    });
    return { slug: found.slug };
  });
}
