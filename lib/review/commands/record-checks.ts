import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import type { RecordChecks } from "../schema";
import { recordCheck } from "./record-check";

/** Answers the lines of the checklist that were filled in, by the command of the single line. */
export async function recordChecks(ctx: Ctx, input: RecordChecks): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const check of input.checks) {
      await recordCheck(tx, { applicationId: input.applicationId, ...check });
    }
  });
}
