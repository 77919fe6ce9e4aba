import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { type AuditEntry, recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import type { LockedCall } from "../queries/locked-call";

/**
 * The part that use cases have in common which change one call and say so: its columns, its next
 * revision, and the event, last.
 */
export async function writeCall(
  tx: Ctx,
  before: LockedCall,
  columns: Partial<typeof call.$inferInsert>,
  event: Pick<AuditEntry, "action" | "facts">,
): Promise<void> {
  await tx.db
    .update(call)
    .set({ ...columns, revision: before.revision + 1, updatedAt: tx.now })
    .where(eq(call.id, before.id));
  await recordEvent(tx, {
    ...event,
    bodyId: before.bodyId,
    subjectType: "call",
    subjectId: before.id,
  });
}
