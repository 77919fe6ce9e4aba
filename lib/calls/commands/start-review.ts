import type { Ctx } from "@/lib/context";
import { moveCall } from "./move-call";

/** Closes the door for good and opens the review; refused while applications can arrive. */
export function startReview(ctx: Ctx, given: { callId: string }): Promise<void> {
  return moveCall(ctx, given.callId, "startReview");
}
