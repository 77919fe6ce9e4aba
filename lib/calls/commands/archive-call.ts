import type { Ctx } from "@/lib/context";
import { moveCall } from "./move-call";

/** Puts a call whose outcome is published among those of the past. */
export function archiveCall(ctx: Ctx, given: { callId: string }): Promise<void> {
  return moveCall(ctx, given.callId, "archive");
}
