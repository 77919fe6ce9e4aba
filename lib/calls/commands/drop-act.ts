import { and, eq } from "drizzle-orm";
import { preparedAct, preparedDocuments, preparedForm } from "@/db/schema/acts";
import type { Ctx } from "@/lib/context";
import { Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { callPolicy } from "../policy";
import { lockedCall } from "../queries/locked-call";

/** Puts an act aside that was not published; nothing of it is left. Stale: it has moved on. */
export async function dropAct(
  ctx: Ctx,
  input: { callId: string; revision: number },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await lockedCall(tx, input.callId);
    callPolicy.authorize(tx.actor, "call.publishAct", before);
    const mine = and(
      eq(preparedAct.callId, input.callId),
      eq(preparedAct.revision, input.revision),
    );
    const gone = await tx.db.delete(preparedAct).where(mine).returning({ kind: preparedAct.kind });
    if (gone.length === 0) throw new Stale();
    if (gone.some(({ kind }) => kind === "rectification")) {
      for (const begun of [preparedForm, preparedDocuments]) {
        await tx.db.delete(begun).where(eq(begun.callId, input.callId));
      }
    }
  });
}
