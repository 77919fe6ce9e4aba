import type { Ctx } from "@/lib/context";
import { InvalidInput, Refused, Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { publishCall } from "./publish-call";

export type CopiesToPublish = { setId: string; calls: { callId: string; revision: number }[] };

/**
 * Publishes several copies as one: each by the rule and with the rights of a call published alone,
 * and if one of them cannot be published any more none is.
 */
export async function publishCopies(
  ctx: Ctx,
  { setId, calls }: CopiesToPublish,
): Promise<{ setId: string; published: number }> {
  // Always in the same order, so that two people who publish the same ones do not block each other.
  const inOrder = [...calls].sort((one, other) => one.callId.localeCompare(other.callId));
  return inTransaction(ctx, async (tx) => {
    for (const one of inOrder) {
      try {
        await publishCall(tx, { ...one, overrideReason: "" });
      } catch (error) {
        throw isRuleOfOne(error) ? new Refused("copies_changed") : error;
      }
    }
    return { setId, published: inOrder.length };
  });
}

/** What the page would not have offered: somebody has changed or published one meanwhile. */
const isRuleOfOne = (error: unknown) =>
  error instanceof InvalidInput || error instanceof Refused || error instanceof Stale;
