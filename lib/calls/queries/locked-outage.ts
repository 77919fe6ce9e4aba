import { eq } from "drizzle-orm";
import { outage } from "@/db/schema/outages";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { callPolicy } from "../policy";

/**
 * An outage that the actor may change, locked until the transaction ends. What the system noticed by
 * itself belongs to no body and is nobody's to change: NotFound.
 */
export async function lockedOutage(tx: Ctx, id: string): Promise<{ id: string; bodyId: string }> {
  const [found] = await tx.db
    .select({ id: outage.id, bodyId: outage.bodyId })
    .from(outage)
    .where(eq(outage.id, id))
    .for("update");
  if (!found?.bodyId) throw new NotFound();
  callPolicy.authorize(tx.actor, "outage.record", { bodyId: found.bodyId });
  return { id: found.id, bodyId: found.bodyId };
}
