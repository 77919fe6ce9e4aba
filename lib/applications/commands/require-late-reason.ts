import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { needsLateReason } from "../core/arrival";
import { type AssistedChannel, arrivesBefore } from "../core/channels";
import type { SubmitReason } from "../core/rules";
import type { LoadedApplication } from "../queries/application-for-command";
import { writeDeskEntry } from "./write-desk-entry";

/**
 * Paper that came in time may be sent after the end, also where it was begun before: the desk says
 * why. Writes the reason down where it is given only now, and answers it; empty where none is due.
 * Throws Refused("late_reason_missing").
 */
export async function requireLateReason(
  tx: Ctx,
  { application, call, desk }: LoadedApplication,
  given: { receivedAt: string; lateReason?: string | undefined },
): Promise<string> {
  const { id: applicationId, bodyId, arrivedAt } = application;
  const channel = application.channel as AssistedChannel;
  if (!desk || !arrivesBefore(channel)) return "";
  if (desk.lateReason || !needsLateReason(call.closesAt, given.receivedAt)) return desk.lateReason;
  const lateReason = given.lateReason ?? "";
  if (!lateReason) throw new Refused<SubmitReason>("late_reason_missing");
  await writeDeskEntry(tx, {
    ...{ id: tx.newId(), applicationId, bodyId, purpose: "reason", channel, arrivedAt },
    ...{ reference: desk.reference, identity: "document", documentKind: null, delegation: "" },
    ...{ documentNumber: null, email: null, lateReason, enteredAt: given.receivedAt },
  });
  return lateReason;
}
