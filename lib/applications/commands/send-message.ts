import { and, eq, isNull, sql } from "drizzle-orm";
import { thread, threadDraft, threadFile, threadMessage } from "@/db/schema/threads";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import type { ArrivedFile } from "@/lib/files/inspect-file";
import { InvalidInput, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/transaction";
import { messageText, type ThreadSide, textProblem } from "../core/thread";
import { type HeldThread, heldThread } from "../queries/held-thread";
import { sentMessage } from "../queries/sent-message";
import { firstUnseen } from "../queries/unread-messages";
import { planNotices } from "./plan-notices";
import { storeThreadFile } from "./store-thread-file";
import { writeThreadFile } from "./write-thread-file";

export type MessageInput = {
  applicationId: string;
  /** Of the form: sent twice, it is one message. */
  key: string;
  text: string;
  /** Number of the last message that stood on the page. */
  seen: number;
  /** One more file, besides those that were added before. */
  file?: ArrivedFile | undefined;
};

/**
 * Writes a message, for the applicant or for the office as the actor is. Throws NotFound,
 * InvalidInput(text), RateLimited, Refused(WriteReason | FileRefusal | "attachment_refused").
 */
export async function sendMessage(ctx: Ctx, input: MessageInput): Promise<{ number: number }> {
  const { applicationId, key } = input;
  const authorId = personOf(ctx.actor);
  if (!authorId) throw new Unauthenticated();
  const text = messageText(input.text);
  const problem = textProblem(text);
  if (problem) throw new InvalidInput({ text: problem });
  const side: ThreadSide = ctx.actor.kind === "staff" ? "staff" : "applicant";
  // Before the transaction: a refusal must not take the count back.
  await rateLimit(ctx, `message:${authorId}`, limits[side === "staff" ? "answer" : "message"]);
  const { file } = input;
  const stored = file && (await storeThreadFile(ctx, { applicationId, file }));
  return inTransaction(ctx, async (tx) => {
    const held = await heldThread(tx, applicationId);
    const before = await sentMessage(tx, { applicationId, authorId, key });
    if (before !== undefined) return { number: before };
    if (stored) await writeThreadFile(tx, held, stored, authorId);
    const id = tx.newId();
    const number = held.lastNumber + 1;
    const sentAt = await moveThread(tx, held, side, input.seen);
    await tx.db.insert(threadMessage).values({
      ...{ id, applicationId, bodyId: held.bodyId, number },
      side,
      authorId,
      text,
      key,
      sentAt,
    });
    const files = await takeAlong(tx, held, authorId, id);
    await planNotices(tx, held, side, sentAt);
    await recordEvent(tx, {
      bodyId: held.bodyId,
      action: "thread.send",
      subjectType: "application",
      subjectId: applicationId,
      facts: { message: id, number, side, files },
    });
    return { number };
  });
}

/** Moves the thread on by a message; what came in unseen meanwhile still waits for the office. */
async function moveThread(
  tx: Ctx,
  { applicationId, lastNumber }: HeldThread,
  side: ThreadSide,
  seen: number,
): Promise<Date> {
  const now = sql`greatest(${tx.now.toISOString()}::timestamptz, ${thread.lastAt})`;
  const number = lastNumber + 1;
  const [moved] = await tx.db
    .update(thread)
    .set({
      lastNumber: number,
      lastAt: now,
      ...(side === "staff"
        ? { lastOfStaff: number, waitingSince: firstUnseen(seen) }
        : { waitingSince: sql`coalesce(${thread.waitingSince}, ${now})` }),
    })
    .where(eq(thread.applicationId, applicationId))
    .returning({ at: thread.lastAt });
  if (!moved) throw new Error("a held thread is gone");
  return moved.at;
}

/** What was added to the message while it was written; nothing is kept of it besides. */
async function takeAlong(
  tx: Ctx,
  { applicationId }: HeldThread,
  authorId: string,
  messageId: string,
): Promise<number> {
  const taken = await tx.db
    .update(threadFile)
    .set({ messageId })
    .where(
      and(
        eq(threadFile.applicationId, applicationId),
        eq(threadFile.uploadedBy, authorId),
        isNull(threadFile.messageId),
      ),
    )
    .returning({ state: threadFile.state });
  if (taken.some(({ state }) => state === "infected" || state === "refused")) {
    throw new Refused("attachment_refused");
  }
  await tx.db
    .delete(threadDraft)
    .where(and(eq(threadDraft.applicationId, applicationId), eq(threadDraft.personId, authorId)));
  return taken.length;
}
