import { eq } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { inTransaction } from "@/lib/transaction";
import { callPolicy } from "../policy";
import { lockedCall } from "../queries/locked-call";

/** Leaves the form of a call as it is: what a rectification had changed in its copy is put aside. */
export async function dropForm(
  ctx: Ctx,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockedCall(tx, callId);
    callPolicy.authorize(tx.actor, "call.publishAct", found);
    const gone = await tx.db
      .delete(preparedForm)
      .where(eq(preparedForm.callId, callId))
      .returning({ form: preparedForm.formDefinitionId });
    for (const { form } of gone) {
      await recordEvent(tx, {
        bodyId: found.bodyId,
        action: "call.formLeft",
        subjectType: "call",
        subjectId: callId,
        facts: { form },
      });
    }
    return { callId };
  });
}
