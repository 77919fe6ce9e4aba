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
    const done = await inTransaction(ctx, (tx) => eraseBatch(tx, batch));
    erased += done.erased;
    if (done.found === 0) return { erased };
  }
}

/** When a call stopped taking applications for good; null: it takes some, or may again soon. */
const over = sql`case
  when c.state = 'revoked' then (select max(k.published_at) from call_act k
    where k.call_id = c.id and k.kind = 'revocation')
  when c.state in ('draft', 'suspended') or (c.state = 'published' and not c.peremptory) then null
  when c.state = 'archived' then coalesce(c.closes_at, c.updated_at)
  else c.closes_at end`;

/** One that the desk began: that somebody came stays written, what was said does not. */
const entered = sql`exists (select from desk_entry d where d.application_id = a.id)`;
const filled = sql`(exists (select from application_section s where s.application_id = a.id)
  or exists (select from attachment f where f.application_id = a.id))`;

/** One that another worker has emptied since this statement began is found, and not counted again. */
async function eraseBatch(tx: Ctx, batch: number): Promise<{ found: number; erased: number }> {
  type Row = { bodyId: string; callId: string; erased: boolean };
  const { rows: found } = await tx.db.execute<Row>(sql`
    with due as (
      select a.id, a.body_id, a.call_id, ${entered} as entered
      from application a join call c on c.id = a.call_id
      where a.state = 'draft' and (not ${entered} or ${filled})
        and ${over} + make_interval(secs => ${DRAFT_DAYS * 86_400}) < clock_timestamp()
      limit ${batch} for update of a skip locked),
    answers as (delete from application_section s using due where s.application_id = due.id
      returning s.application_id as id),
    files as (delete from attachment f using due where f.application_id = due.id
      returning f.application_id as id),
    gone as (delete from application using due where application.id = due.id and not due.entered
      returning application.id)
    select body_id as "bodyId", call_id as "callId", id in (select id from answers
      union select id from files union select id from gone) as erased from due`);
  const rows = found.filter(({ erased }) => erased);
  for (const [callId, drafts] of Map.groupBy(rows, (row) => row.callId)) {
    await recordEvent(tx, {
      bodyId: drafts[0]?.bodyId,
      action: "application.draftsErased",
      subjectType: "call",
      subjectId: callId,
      facts: { drafts: drafts.length },
    });
  }
  return { found: found.length, erased: rows.length };
}
