import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "@/lib/context";

/**
 * The gate of a call, an advisory lock: submissions pass it together, an act alone. So each
 * submission falls before or after an act, and what is decided after one sees it.
 */
export const callGate = (callId: SQL): SQL => sql`hashtextextended(${callId}::text, 0)`;

/** Closes the gate until the transaction ends, when those who are inside have finished. */
export async function closeGate(tx: Ctx, callId: string): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${callGate(sql`${callId}`)})`);
}
