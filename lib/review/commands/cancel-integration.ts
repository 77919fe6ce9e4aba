import { settleIntegration } from "@/lib/applications/commands/settle-integration";
import { mayCancel } from "@/lib/applications/core/integration-rules";
import { integrationForCommand } from "@/lib/applications/queries/integration-for-command";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { reviewPolicy } from "../policy";
import { lockReviewed } from "../queries/reviewed-application";
import type { CancelIntegration } from "../schema";

/** Takes a request back before it is answered: the application goes on as it was sent. */
export async function cancelIntegration(ctx: Ctx, input: CancelIntegration): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const reviewed = await lockReviewed(tx, input.applicationId);
    reviewPolicy.authorize(tx.actor, "integration.request", reviewed);
    const { request, ...found } = await integrationForCommand(tx, input.applicationId);
    if (!request) throw new Refused("wrong_state");
    const verdict = mayCancel(request);
    if (!verdict.ok) throw new Refused(verdict.reason);
    await settleIntegration(tx, found, request, { event: "cancel", reason: input.reason });
  });
}
