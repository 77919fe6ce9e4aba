import { sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { enqueueThreadNotices, type ThreadNotice } from "../mails";
import { mailboxFor } from "../queries/desk-mailbox";
import { workersOf } from "../queries/people-of-applications";
import { unreadBy } from "../queries/unread-messages";

/** Written in one transaction: short enough that nobody waits for its locks. */
const BATCH = 500;

/**
 * The job `tell-messages`, every minute: writes to those whom the office wrote to and who have not
 * read it meanwhile, one letter for all that came until then. A notice is taken away with its letter:
 * the job may be killed at any point and run twice at once.
 */
export async function tellMessages(ctx: Ctx, batch = BATCH): Promise<void> {
  for (;;) {
    const taken = await inTransaction(ctx, async (tx) => {
      const due = await takeDue(tx, batch);
      if (due.length > 0) await enqueueThreadNotices(tx, await stillUnread(tx, due));
      return due.length;
    });
    if (taken < batch) return;
  }
}

type Due = { applicationId: string; personId: string };

/** Those that another run holds are left to it. */
async function takeDue(tx: Ctx, limit: number): Promise<Due[]> {
  const { rows } = await tx.db.execute<Due>(sql`
    delete from thread_notice n using (
      select application_id, person_id from thread_notice
      where due_at <= ${tx.now.toISOString()}::timestamptz
      order by due_at limit ${limit} for update skip locked) due
    where n.application_id = due.application_id and n.person_id = due.person_id
    returning n.application_id as "applicationId", n.person_id as "personId"`);
  return rows;
}

/** Who has read it, has lost the mailbox or does not work on it any more is not written to. */
async function stillUnread(tx: Ctx, due: readonly Due[]): Promise<ThreadNotice[]> {
  const { rows } = await tx.db.execute<ThreadNotice>(sql`
    select a.id as "applicationId", a.body_id as "bodyId", a.applicant_name as "applicantName",
      c.title as "callTitle", b.name as "bodyName", p.id as "personId", to_whom.email, p.locale,
      p.email is null as claims, trim(p.given_name || ' ' || p.family_name) as name, unread.count, unread.last
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
      as due ("applicationId" uuid, "personId" uuid)
    join application a on a.id = due."applicationId"
    join call c on c.id = a.call_id
    join body b on b.id = a.body_id
    join person p on p.id = due."personId"
    cross join lateral (${unreadBy(sql`p.id`)}) unread
    cross join lateral (select ${mailboxFor} as email) to_whom
    where to_whom.email is not null and unread.count > 0 and p.id in (${workersOf})`);
  return rows;
}
