import type { Ctx } from "@/lib/context";
import { applicationPolicy } from "../policy";

/**
 * The context in which an event is recorded: who acts at the desk for somebody else is named as
 * staff, also on the pages that applicants use.
 */
export function actingFor(
  tx: Ctx,
  application: Parameters<(typeof applicationPolicy.rules)["application.atDesk"]>[1],
): Ctx {
  const { actor } = tx;
  if (actor.kind !== "person" || actor.personId === application.personId) return tx;
  if (!applicationPolicy.can(actor, "application.atDesk", application)) return tx;
  return { ...tx, actor: { kind: "staff", personId: actor.personId, roles: [] } };
}
