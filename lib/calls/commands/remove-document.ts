import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { mayRemoveDocument, type ReadDocument } from "../core/documents";
import type { DocumentsWritten } from "../queries/documents-for-edit";
import { changeDocuments } from "./change-documents";

/**
 * Takes a document off a draft, or off the next version of a published call by its rectification; one
 * that is not there any more changes nothing. Refused: somebody has put another in its place.
 */
export async function removeDocument(
  ctx: Ctx,
  given: DocumentsWritten & ReadDocument,
): Promise<{ callId: string }> {
  await changeDocuments(ctx, given, (documents) => {
    const verdict = mayRemoveDocument(documents, given);
    if (!verdict.ok) throw new Refused(verdict.reason);
    return {
      documents: documents.filter(({ id }) => id !== given.id),
      action: "call.documentRemoved",
      facts: { sha256: given.fileHash },
    };
  });
  return { callId: given.callId };
}
