import { and, eq, ne, sql } from "drizzle-orm";
import { clarification } from "@/db/schema/clarifications";
import { enqueueClarification } from "@/lib/calls/mails";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { workersOf } from "../queries/people-of-applications";

/**
 * Tells a published answer to everybody who writes a draft for the call and to those who asked
 * something else about it. All in one transaction: a job that runs twice tells nobody twice.
 */
export async function tellClarification(
  ctx: Ctx,
  given: { clarificationId: string },
): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select()
      .from(clarification)
      .where(eq(clarification.id, given.clarificationId));
    if (found?.state !== "published" || found.question === null || found.answer === null) return 0;
    const { askerId, callId, question, answer } = found;
    const { rows: drafts } = await tx.db.execute<{ readerId: string }>(sql`
      select distinct w.person_id as "readerId"
      from application a cross join lateral (${workersOf}) w
      where a.call_id = ${callId}::uuid and a.state = 'draft'`);
    const askers = await tx.db
      .selectDistinct({ readerId: clarification.askerId })
      .from(clarification)
      .where(and(eq(clarification.callId, callId), ne(clarification.askerId, askerId)));
    const readers = new Set([...drafts, ...askers].map(({ readerId }) => readerId));
    readers.delete(askerId);
    await enqueueClarification(tx, { ...found, question, answer }, [...readers]);
    return readers.size;
  });
}
