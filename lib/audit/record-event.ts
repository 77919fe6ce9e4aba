import { type SQL, sql } from "drizzle-orm";
import { actorLabel } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";

/** What happened. `facts` holds codes, numbers and digests, never names or texts of people. */
export type AuditEntry = {
  /** The body whose chain it joins; undefined for events of the platform. */
  bodyId: string | undefined;
  action: string;
  subjectType: string;
  subjectId: string;
  facts?: Record<string, string | number | boolean | null>;
};

/**
 * Appends an event to the hash chain of the body, in the caller's transaction. The chain's head
 * stays locked until the transaction ends: call it late, after the other writes.
 */
export async function recordEvent(tx: Ctx, entry: AuditEntry): Promise<void> {
  await tx.db.execute(sql`select ${auditEvent(tx, entry)}`);
}

/** The same as an expression, for a statement that writes more than the event. */
export function auditEvent(tx: Ctx, entry: AuditEntry): SQL {
  const at = tx.now.toISOString();
  const actor = actorLabel(tx.actor);
  const canonical = canonicalJson({
    at,
    actor,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    requestId: tx.requestId,
    facts: entry.facts ?? {},
  });
  return sql`append_audit_event(${entry.bodyId ?? "platform"}, ${at}::timestamptz, ${actor}, ${entry.action}, ${entry.subjectType}, ${entry.subjectId}::uuid, ${canonical})`;
}
