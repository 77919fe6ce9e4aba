import { microsOf } from "@/lib/calls/core/deadline";
import type { AssistedChannel, DeskIdentity } from "./channels";

type Written = { channel: AssistedChannel; identity: DeskIdentity; enteredAt: string };

/**
 * How the desk answers a request, where it wrote that down since it was asked. An entry about an
 * earlier request opens nothing.
 */
export function answerByDesk(
  answering: Written | null | undefined,
  request: { requestedAt: string } | undefined,
): Written | undefined {
  if (!answering || !request) return undefined;
  return microsOf(answering.enteredAt) >= microsOf(request.requestedAt) ? answering : undefined;
}
