import { eq } from "drizzle-orm";
import { preparedDocuments } from "@/db/schema/acts";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { databaseClock } from "@/lib/transaction";
import type { CallDocument } from "../core/content";
import type { Regime } from "../core/regimes";
import type { CallState } from "../core/states";
import { type DocumentsOf, documentsAreOf } from "../core/writable-documents";
import { callPolicy } from "../policy";

/** The documents of a call for who writes it. */
export type DocumentsPage = {
  /** What they can be written for now; undefined where they stay as they are. */
  of: DocumentsOf | undefined;
  /** In the draft, or in the version that is published. */
  inForce: CallDocument[];
  /** As they are being written. */
  documents: CallDocument[];
};

/** As they stand now, or at `at`. NotFound for who may not write the call. Two queries. */
export async function documentsPage(ctx: Ctx, callId: string, at?: string): Promise<DocumentsPage> {
  if (!isUuid(callId)) throw new NotFound();
  const [row] = await ctx.db
    .select({ call, prepared: preparedDocuments.documents })
    .from(call)
    .leftJoin(preparedDocuments, eq(preparedDocuments.callId, call.id))
    .where(eq(call.id, callId));
  if (!row || !callPolicy.can(ctx.actor, "call.edit", row.call)) throw new NotFound();
  const state = row.call.state as CallState;
  const regime = row.call.regime as Regime;
  const of = documentsAreOf({ ...row.call, state, regime }, at ?? (await databaseClock(ctx)));
  const inForce = row.call.content.documents;
  return { of, inForce, documents: of === "rectification" ? (row.prepared ?? inForce) : inForce };
}
