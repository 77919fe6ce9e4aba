import { draftReminder } from "@/db/schema/applications";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { reminderDue } from "../core/reminders";
import { enqueueReminders } from "../mails";
import { type DraftToRemind, draftsToRemind, type Reminder } from "../queries/drafts-to-remind";
import { peopleOfApplications } from "../queries/people-of-applications";

/** Written in one transaction: short enough that nobody waits for its locks. */
const BATCH = 500;
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

/**
 * The job `remind-drafts`, every five minutes: writes to those whose draft is not sent 72 and 24
 * hours before the end, each once for each end. It may be killed at any point and run twice at
 * once; what was missed while no worker ran comes with the next run.
 */
export async function remindDrafts(ctx: Ctx, batch = BATCH): Promise<void> {
  let after: string | undefined = BEFORE_ALL;
  while (after) {
    const from: string = after;
    after = await inTransaction(ctx, async (tx) => {
      const drafts = await draftsToRemind(tx, from, batch);
      const own = await taken(tx, drafts);
      if (own.length > 0) {
        const people = await peopleOfApplications(
          tx,
          own.map(({ id }) => id),
        );
        await enqueueReminders(tx, own, people);
      }
      return drafts.length < batch ? undefined : drafts.at(-1)?.id;
    });
  }
}

/** Those that are due and that no other run takes: its row waits for the other one's end. */
async function taken(tx: Ctx, drafts: readonly DraftToRemind[]): Promise<Reminder[]> {
  const due = drafts.flatMap((draft) => {
    const hours = reminderDue(draft, tx.now);
    return hours === null ? [] : [{ ...draft, hours }];
  });
  if (due.length === 0) return [];
  const rows = await tx.db
    .insert(draftReminder)
    .values(
      due.map(({ id, hours, endsAt }) => {
        return { applicationId: id, hours, endsAt, remindedAt: tx.now };
      }),
    )
    .onConflictDoNothing()
    .returning({ id: draftReminder.applicationId });
  const own = new Set(rows.map(({ id }) => id));
  return due.filter(({ id }) => own.has(id));
}
