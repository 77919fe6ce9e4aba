import { eq } from "drizzle-orm";
import { preparedDocuments } from "@/db/schema/acts";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { databaseClock } from "@/lib/transaction";
import { type DocumentsOf, mayWriteDocuments } from "../core/writable-documents";
import { callPolicy } from "../policy";
import { lockedCall } from "./locked-call";

/** Documents of a call, and what they are written for; `at` is given where it was on another day. */
export type DocumentsWritten = { callId: string; of: DocumentsOf; at?: string };

/**
 * The documents as they are being written, for who may write them, with their call locked until the
 * transaction ends. Throws NotFound, Forbidden, and Refused<ActRefusal> where they stay as they are.
 */
export async function documentsForEdit(tx: Ctx, { callId, of, at }: DocumentsWritten) {
  const found = await lockedCall(tx, callId);
  callPolicy.authorize(tx.actor, of === "draft" ? "call.edit" : "call.publishAct", found);
  const verdict = mayWriteDocuments(found, of, at ?? (await databaseClock(tx)));
  if (!verdict.ok) throw new Refused(verdict.reason);
  const inForce = found.content.documents;
  if (of === "draft") return { call: found, inForce, documents: inForce };
  const [prepared] = await tx.db
    .select({ documents: preparedDocuments.documents })
    .from(preparedDocuments)
    .where(eq(preparedDocuments.callId, callId));
  return { call: found, inForce, documents: prepared?.documents ?? inForce };
}
