import { type message, trialMail } from "@/db/schema/mail";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { writeLetter } from "./letter";
import { confirmSent } from "./settle-message";
import { hasTrialMailbox } from "./trial-mailbox";

type Row = typeof message.$inferSelect;

/** Puts the letter into the trial mailbox: with its state, in one transaction, so exactly once. */
export async function trialDelivery(
  ctx: Ctx,
  row: Row,
  workerId: string,
  wipe: boolean,
): Promise<void> {
  if (!hasTrialMailbox()) throw new Error("there is no trial mailbox here");
  const letter = await writeLetter(ctx, row);
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .insert(trialMail)
      .values({
        id: tx.newId(),
        messageId: row.id,
        recipient: row.recipient,
        subject: letter.subject,
        html: letter.html,
        text: letter.text,
        sentAt: tx.now,
      })
      .onConflictDoNothing();
    await confirmSent(tx, row.id, workerId, wipe);
  });
}
