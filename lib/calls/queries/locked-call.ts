import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { Regime } from "../core/regimes";
import type { CallState } from "../core/states";

/** The row of a call, locked until the transaction ends; NotFound behind the wall of its body. */
export async function lockedCall(tx: Ctx, callId: string) {
  const [row] = await tx.db.select().from(call).where(eq(call.id, callId)).for("update");
  if (!row) throw new NotFound();
  return { ...row, state: row.state as CallState, regime: row.regime as Regime };
}

export type LockedCall = Awaited<ReturnType<typeof lockedCall>>;
