import { InvalidInput } from "@/lib/kernel/errors";
import { mayHaveArrived, needsLateReason } from "../core/arrival";
import type { AssistedChannel } from "../core/channels";

/** Throws InvalidInput for an arrival that cannot be, and for one entered late without a reason. */
export function requireSoundArrival(
  given: { channel: AssistedChannel; arrivedAt: Date | null; lateReason: string },
  of: { opensAt: Date | null; closesAt: Date | null },
  clock: string,
): void {
  const arrival = mayHaveArrived(given, of.opensAt, clock);
  if (!arrival.ok) throw new InvalidInput({ arrivedOn: arrival.reason });
  if (needsLateReason(of.closesAt, clock) && given.arrivedAt && !given.lateReason) {
    throw new InvalidInput({ lateReason: "required" });
  }
}
