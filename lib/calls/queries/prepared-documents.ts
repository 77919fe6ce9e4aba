import { eq } from "drizzle-orm";
import { preparedDocuments } from "@/db/schema/acts";
import { call } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import type { CallDocument } from "../core/content";
import { digestOf } from "./marks";

/** The documents that a rectification is changing, beside those in force. */
export type PreparedDocuments = {
  before: CallDocument[];
  after: CallDocument[];
  /** Names them as they were read: what is published is what was looked at. */
  seen: string;
};

/** Null where nobody is changing the documents of the call. One query. */
export async function preparedDocumentsOf(
  ctx: Ctx,
  callId: string,
): Promise<PreparedDocuments | null> {
  const [row] = await ctx.db
    .select({ after: preparedDocuments.documents, content: call.content })
    .from(preparedDocuments)
    .innerJoin(call, eq(call.id, preparedDocuments.callId))
    .where(eq(preparedDocuments.callId, callId));
  if (!row) return null;
  return { before: row.content.documents, after: row.after, seen: digestOf(row.after) };
}
