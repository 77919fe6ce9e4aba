import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { type ArrivedFile, inspectFile } from "@/lib/files/inspect-file";
import { scanFile } from "@/lib/files/scan-file";
import { storeContent } from "@/lib/files/store-file";
import { Refused } from "@/lib/kernel/errors";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/transaction";
import { mayAddDocument, withDocument } from "../core/documents";
import { callEditor } from "../queries/call-editor";
import { lockedDraft } from "../queries/locked-draft";

export type NewDocument = { callId: string; title: string; file: ArrivedFile | undefined };

/**
 * Adds a document to a draft: the act, the notice on personal data, what applicants print. Everybody
 * will open it, so what the scanner cannot judge now is not taken. Throws Refused<DocumentRefusal>,
 * RateLimited, and NotFound for who may not write the call.
 */
export async function addDocument(ctx: Ctx, given: NewDocument): Promise<void> {
  const { state, content } = await callEditor(ctx, given.callId);
  const title = given.title.trim();
  refuseUnless(mayAddDocument({ state, documents: content.documents }, { title }));
  if (!given.file) throw new Refused("file_missing");
  await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  const file = await inspectFile(given.file);
  const scanned = await scanFile(file.bytes);
  if (scanned === "infected") throw new Refused("file_infected");
  if (scanned === "scanning") throw new Refused("scanner_away");
  await storeContent(ctx, file, "content");
  const { sha256: fileHash, mediaType, bytes } = file;
  const added = { title, fileHash, mediaType, size: bytes.length };
  await inTransaction(ctx, async (tx) => {
    const before = await lockedDraft(tx, given.callId);
    const { documents } = before.content;
    refuseUnless(mayAddDocument({ state: before.state, documents }, { title, fileHash }));
    await tx.db
      .update(call)
      .set({
        content: { ...before.content, documents: withDocument(documents, added) },
        revision: before.revision + 1,
        updatedAt: tx.now,
      })
      .where(eq(call.id, before.id));
    await recordEvent(tx, {
      bodyId: before.bodyId,
      action: "call.documentAdded",
      subjectType: "call",
      subjectId: before.id,
      facts: { sha256: fileHash, size: bytes.length },
    });
  });
}

function refuseUnless(reason: ReturnType<typeof mayAddDocument>): void {
  if (reason) throw new Refused(reason);
}
