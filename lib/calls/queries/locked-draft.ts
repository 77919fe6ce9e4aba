import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { callPolicy } from "../policy";
import { type LockedCall, lockedCall } from "./locked-call";

/** A draft for who may write it, locked until the transaction ends. Throws NotFound, Forbidden, Refused. */
export async function lockedDraft(tx: Ctx, callId: string): Promise<LockedCall> {
  const found = await lockedCall(tx, callId);
  callPolicy.authorize(tx.actor, "call.edit", found);
  if (found.state !== "draft") throw new Refused("wrong_state");
  return found;
}
