import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { type ArrivedFile, inspectFile } from "@/lib/files/inspect-file";
import { scanFile } from "@/lib/files/scan-file";
import { storeContent } from "@/lib/files/store-file";
import { Refused } from "@/lib/kernel/errors";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import type { CallDocument } from "../core/content";
import { mayPutDocument, type ReadDocument, withDocument } from "../core/documents";
import type { DocumentsWritten } from "../queries/documents-for-edit";
import { documentsPage } from "../queries/documents-page";
import { changeDocuments } from "./change-documents";

export type NewDocument = DocumentsWritten & {
  title: string;
  /** Left out where a document gets another title and keeps its file. */
  file: ArrivedFile | undefined;
  /** The document that it takes the place of. */
  replaces?: ReadDocument | undefined;
};

type StoredFile = Pick<CallDocument, "fileHash" | "mediaType" | "size">;

/**
 * Adds a document to a draft or to the rectification of a published call, or puts it in the place of
 * another: the act, the notice on personal data, what applicants print. Everybody will open it, so
 * what the scanner cannot judge now is not taken. Throws Refused<DocumentRefusal>, RateLimited, and
 * NotFound for who may not write the call.
 */
export async function addDocument(ctx: Ctx, given: NewDocument): Promise<void> {
  const { of, documents } = await documentsPage(ctx, given.callId, given.at);
  if (of !== given.of) throw new Refused("wrong_state");
  const title = given.title.trim();
  refuseUnfit(documents, { ...given, title });
  const stored = given.file
    ? await storedFile(ctx, given.file)
    : fileKept(documents, given.replaces, title);
  await changeDocuments(ctx, given, (found, inForce) => {
    refuseUnfit(found, { ...given, title, fileHash: stored.fileHash });
    const id = given.replaces?.id ?? ctx.newId();
    return {
      documents: withDocument(found, inForce, { id, title, ...stored }),
      action: given.replaces ? "call.documentReplaced" : "call.documentAdded",
      facts: { sha256: stored.fileHash, size: stored.size },
    };
  });
}

/** Judged, scanned and on stable storage. */
async function storedFile(ctx: Ctx, arrived: ArrivedFile): Promise<StoredFile> {
  await rateLimit(ctx, `upload:${personOf(ctx.actor)}`, limits.upload);
  const file = await inspectFile(arrived);
  const scanned = await scanFile(file.bytes);
  if (scanned === "infected") throw new Refused("file_infected");
  if (scanned === "scanning") throw new Refused("scanner_away");
  await storeContent(ctx, file, "content");
  return { fileHash: file.sha256, mediaType: file.mediaType, size: file.bytes.length };
}

/** The file that a document has, where nothing but its title is to change. */
function fileKept(
  documents: readonly CallDocument[],
  replaces: ReadDocument | undefined,
  title: string,
): StoredFile {
  const found = documents.find(({ id }) => id === replaces?.id);
  if (!found || found.title === title) throw new Refused("file_missing");
  const { fileHash, mediaType, size } = found;
  return { fileHash, mediaType, size };
}

function refuseUnfit(...rule: Parameters<typeof mayPutDocument>): void {
  const reason = mayPutDocument(...rule);
  if (reason) throw new Refused(reason);
}
