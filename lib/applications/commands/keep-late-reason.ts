import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { applicationPolicy } from "../policy";
import { applicationForCommand } from "../queries/application-for-command";
import { requireLateReason } from "./require-late-reason";
import type { SubmitInput } from "./submit-application";

/**
 * Why the desk sends after the end stays written down when the sending was refused for something
 * else, so that nobody types it again. Nothing is kept where none was due.
 */
export async function keepLateReason(ctx: Ctx, input: SubmitInput): Promise<void> {
  if (!input.lateReason) return;
  await inTransaction(ctx, async (tx) => {
    const found = await applicationForCommand(tx, input.applicationId, { lock: true });
    const own = applicationPolicy.can(tx.actor, "application.submit", found.application);
    if (own && !found.application.submittedAt) await requireLateReason(tx, found, input);
  });
}
