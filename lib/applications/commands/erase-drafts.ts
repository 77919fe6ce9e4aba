import { sql } from "drizzle-orm";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { DRAFT_DAYS } from "../core/draft-retention";

const BATCH = 200;

/**
 * Deletes the drafts that can no longer be sent, thirty days after the end of their call, with
 * answers and files. In batches that two workers share: what one holds the other passes by.
 */
export async function eraseDrafts(ctx: Ctx, batch = BATCH): Promise<{ erased: number }> {
  let erased = 0;
  for (;;) {
    const count = await inTransaction(ctx, (tx) => eraseBatch(tx, batch));
    erased += count;
    if (count === 0) return { erased };
  }
}

/** When a call stopped taking applications for good; null: it takes some, or may again soon. */
const over = sql`case
  when c.state = 'revoked' then (select max(k.published_at) from call_act k
    where k.call_id = c.id and k.kind = 'revocation')
  when c.state in ('draft', 'suspended') or (c.state = 'published' and not c.peremptory) then null
  when c.state = 'archived' then coalesce(c.closes_at, c.updated_at)
  else c.closes_at end`;

async function eraseBatch(tx: Ctx, batch: number): Promise<number> {
  const { rows } = await tx.db.execute<{ bodyId: string; callId: string }>(sql`
    with due as (
      select a.id from application a join call c on c.id = a.call_id
      where a.state = 'draft'
        and ${over} + make_interval(secs => ${DRAFT_DAYS * 86_400}) < clock_timestamp()
      limit ${batch} for update of a skip locked)
    delete from application using due where application.id = due.id
    returning application.body_id as "bodyId", application.call_id as "callId"`);
  for (const [callId, drafts] of Map.groupBy(rows, (row) => row.callId)) {
    await recordEvent(tx, {
      bodyId: drafts[0]?.bodyId,
      action: "application.draftsErased",
      subjectType: "call",
      subjectId: callId,
      facts: { drafts: drafts.length },
    });
  }
  return rows.length;
}
