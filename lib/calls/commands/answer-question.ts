import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { clarification } from "@/db/schema/clarifications";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { enqueue } from "@/lib/jobs/enqueue";
import { InvalidInput, NotFound, Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { enqueueClarification } from "../mails";
import { callPolicy } from "../policy";

/** `audience`: everybody, or the asker alone. */
type Answer = {
  clarificationId: string;
  audience: "all" | "asker";
  question: string;
  answer: string;
};

/**
 * Answers a question once: for everybody, in words of staff that do not tell who asked, or, what
 * concerns one person only, to the asker alone. Whoever holds a draft is told by a job.
 */
export async function answerQuestion(ctx: Ctx, given: Answer): Promise<{ callId: string }> {
  const forAll = given.audience === "all";
  if (forAll && !given.question) throw new InvalidInput({ question: "required" });
  return inTransaction(ctx, async (tx) => {
    const found = await lockedQuestion(tx, given.clarificationId);
    callPolicy.authorize(tx.actor, "call.answer", found);
    if (found.state !== "open") throw new Refused("already_answered");
    const question = forAll ? given.question : null;
    await tx.db
      .update(clarification)
      .set({
        state: forAll ? "published" : "answeredAlone",
        question,
        answer: given.answer,
        answeredAt: tx.now,
        answeredBy: personOf(tx.actor) ?? null,
      })
      .where(eq(clarification.id, found.id));
    if (forAll) {
      // The page says when it last changed.
      await tx.db.update(call).set({ updatedAt: tx.now }).where(eq(call.id, found.callId));
    }
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: forAll ? "clarification.published" : "clarification.answeredAlone",
      subjectType: "clarification",
      subjectId: found.id,
      facts: { callId: found.callId, edited: forAll && question !== found.asked },
    });
    const told = { ...found, question: question ?? found.asked, answer: given.answer };
    await enqueueClarification(tx, told, [found.askerId]);
    if (forAll) {
      await enqueue(tx, "tell-clarification", { clarificationId: found.id }, { key: found.id });
    }
    return { callId: found.callId };
  });
}

async function lockedQuestion(tx: Ctx, id: string) {
  const [found] = await tx.db
    .select()
    .from(clarification)
    .where(eq(clarification.id, id))
    .for("update");
  if (!found) throw new NotFound();
  return found;
}
