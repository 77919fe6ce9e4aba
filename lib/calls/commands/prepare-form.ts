import { eq } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused, Unauthenticated } from "@/lib/kernel/errors";
import { databaseClock, inTransaction } from "@/lib/transaction";
import { mayAct } from "../core/acts";
import { callPolicy } from "../policy";
import { lockedCall } from "../queries/locked-call";

/**
 * Opens a copy of the frozen form of a call, for a rectification to change. Whoever asks for it
 * again, or is second, works on the same copy. Nobody else sees it until the act is published.
 */
export async function prepareForm(
  ctx: Ctx,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  return inTransaction(ctx, async (tx) => {
    const found = await lockedCall(tx, callId);
    callPolicy.authorize(tx.actor, "call.publishAct", found);
    const verdict = mayAct(found, "rectification", await databaseClock(tx));
    if (!verdict.ok) throw new Refused(verdict.reason);
    const createdBy = personOf(tx.actor);
    if (!createdBy) throw new Unauthenticated();
    const begun = await tx.db
      .select({ id: preparedForm.formDefinitionId })
      .from(preparedForm)
      .where(eq(preparedForm.callId, callId));
    if (begun.length > 0) return { callId };
    const [frozen] = await tx.db
      .select()
      .from(formDefinition)
      .where(eq(formDefinition.id, found.formDefinitionId ?? callId));
    if (!frozen) throw new NotFound();
    const id = tx.newId();
    await tx.db.insert(formDefinition).values({ ...frozen, id, frozenAt: null, createdAt: tx.now });
    await tx.db
      .insert(preparedForm)
      .values({ callId, formDefinitionId: id, createdAt: tx.now, createdBy });
    await recordEvent(tx, {
      bodyId: found.bodyId,
      action: "call.formReopened",
      subjectType: "call",
      subjectId: callId,
      facts: { form: id, of: frozen.id },
    });
    return { callId };
  });
}
