import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { enqueueReminders } from "../mails";
import { draftsToRemind } from "../queries/drafts-to-remind";

/** Written in one transaction: short enough that nobody waits for its locks. */
const BATCH = 500;

/**
 * The job `remind-drafts`, every five minutes: writes to those whose draft is not sent 72 and 24
 * hours before the end, each once for each end. It may be killed at any point and run twice at
 * once; what was missed while no worker ran comes with the next run.
 */
export async function remindDrafts(ctx: Ctx, batch = BATCH): Promise<void> {
  for (;;) {
    const taken = await inTransaction(ctx, async (tx) => {
      const drafts = await draftsToRemind(tx, batch);
      await enqueueReminders(tx, drafts);
      return drafts.length;
    });
    // Fewer than asked for may mean that another worker took the rest.
    if (taken === 0) return;
  }
}
