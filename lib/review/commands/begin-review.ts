import { recordEvent } from "@/lib/audit/record-event";
import { startReview } from "@/lib/calls/commands/start-review";
import { lockedCall } from "@/lib/calls/queries/locked-call";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { mayBeginReview } from "../core/rules";
import { leftBehind } from "../queries/left-behind";
import type { BeginReview } from "../schema";

/**
 * Begins the review of a call, from which on nothing is entered for it. What the office would leave
 * behind it has seen, and said that it may be: what came up since then is asked again. Throws
 * Refused("left_behind") besides what `startReview` throws.
 */
export async function beginReview(ctx: Ctx, { callId, accepted }: BeginReview): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await startReview(tx, { callId });
    const left = await leftBehind(tx, callId);
    const verdict = mayBeginReview(left, accepted);
    if (!verdict.ok) throw new Refused(verdict.reason);
    if (left.drafts + left.contests === 0) return;
    const { bodyId } = await lockedCall(tx, callId);
    await recordEvent(tx, {
      bodyId,
      action: "review.leaveBehind",
      subjectType: "call",
      subjectId: callId,
      facts: left,
    });
  });
}
