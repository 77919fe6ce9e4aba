import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { mayPrepare } from "../core/integration-rules";
import { applicationPolicy } from "../policy";
import { integrationForCommand } from "../queries/integration-for-command";
import { isWritten } from "../queries/is-written";
import type { DeskAnswer } from "../schema/desk";
import { requireSoundArrival } from "./require-sound-arrival";
import { writeDeskEntry } from "./write-desk-entry";

/**
 * Writes down how the applicant answers what the office asks, and how the person was known: from
 * then on the desk that entered the application answers on the applicant's own pages, by the rule
 * of applicants. The clock counts, also for paper: the end of a request has one effect, and is not
 * taken back for what is entered later. Throws Refused(PrepareReason).
 */
export async function beginDeskAnswer(
  ctx: Ctx,
  input: DeskAnswer,
): Promise<{ applicationId: string }> {
  const enteredAt = await databaseClock(ctx);
  const { applicationId, key } = input;
  return inTransaction(ctx, async (tx) => {
    const { application: row, request } = await integrationForCommand(tx, applicationId, {
      ...{ lock: true, receivedAt: enteredAt },
    });
    applicationPolicy.authorize(tx.actor, "application.atDesk", row);
    if (await isWritten(tx, key)) return { applicationId };
    const verdict = mayPrepare(row, request);
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (!request) throw new Refused("wrong_state");
    const { requestedAt, closesAt, id } = request;
    requireSoundArrival(input, { opensAt: new Date(requestedAt), closesAt }, enteredAt);
    await writeDeskEntry(tx, {
      ...{ ...input, id: key, bodyId: row.bodyId, enteredAt, purpose: "integration", email: null },
      arrivedAt: input.arrivedAt?.toISOString() ?? null,
    });
    await recordEvent(tx, {
      bodyId: row.bodyId,
      action: "application.beginDeskAnswer",
      subjectType: "application",
      subjectId: applicationId,
      facts: { request: id, entry: key, channel: input.channel },
    });
    return { applicationId };
  });
}
