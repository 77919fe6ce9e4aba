import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { enqueueMessage } from "@/lib/mail/enqueue-message";
import { databaseClock, inTransaction } from "@/lib/transaction";
import type { ReceiptView } from "../core/receipt-view";
import { receiptMessage } from "../mails";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";
import { isWritten } from "../queries/is-written";
import { receiptOf } from "../queries/receipt-of";
import type { DeskAddress } from "../schema/desk";
import { refuseOwnMailbox } from "./refuse-own-mailbox";
import { requireSoundArrival } from "./require-sound-arrival";
import { writeDeskEntry } from "./write-desk-entry";

/**
 * Writes down a mailbox that the applicant gives later, with how the person was known, and sends
 * the confirmation there: who signs in with it can take the application. Throws
 * Refused("already_taken" | "wrong_state").
 */
export async function addDeskAddress(
  ctx: Ctx,
  input: DeskAddress,
): Promise<{ callId: string; applicationId: string }> {
  const enteredAt = await databaseClock(ctx);
  const { applicationId, key } = input;
  return inTransaction(ctx, async (tx) => {
    const before = await applicationForCommand(tx, applicationId, { lock: true });
    const { bodyId, callId, state } = before.application;
    applicationPolicy.authorize(tx.actor, "application.atDesk", before.application);
    if (await isWritten(tx, key)) return { callId, applicationId };
    if (state === "draft" || state === "withdrawn") throw new Refused("wrong_state");
    if (before.person.email) throw new Refused("already_taken");
    await refuseOwnMailbox(tx, input.email);
    requireSoundArrival(input, before.call, enteredAt);
    await writeDeskEntry(tx, {
      ...{ ...input, id: key, applicationId, bodyId, enteredAt, purpose: "address" },
      arrivedAt: input.arrivedAt?.toISOString() ?? null,
    });
    const found = await applicationForCommand(tx, applicationId);
    const { id, view } = await receiptOf(tx, applicationId);
    const message = receiptMessage(found, view as ReceiptView, id, tx.now);
    if (message) await enqueueMessage(tx, { ...message, key: `${message.key}:${key}` });
    await recordEvent(tx, {
      bodyId,
      action: "application.addAddress",
      subjectType: "application",
      subjectId: applicationId,
      facts: { entry: key, channel: input.channel },
    });
    return { callId, applicationId };
  });
}
