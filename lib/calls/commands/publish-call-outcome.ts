import type { Ctx } from "@/lib/context";
import { moveCall } from "./move-call";

/** The state's part of publishing an outcome; the review joins it in its own transaction. */
export function publishCallOutcome(ctx: Ctx, given: { callId: string }): Promise<void> {
  return moveCall(ctx, given.callId, "publishOutcome");
}
