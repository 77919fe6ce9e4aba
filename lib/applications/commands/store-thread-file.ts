import type { Ctx } from "@/lib/context";
import { type ArrivedFile, type InspectedFile, inspectFile } from "@/lib/files/inspect-file";
import { type ScanResult, scanFile } from "@/lib/files/scan-file";
import { storeContent } from "@/lib/files/store-file";
import { Refused } from "@/lib/kernel/errors";
import { writableThread } from "../queries/held-thread";

/** A file that may be kept, and what the scanner said. */
export type StoredFile = { content: InspectedFile; state: Exclude<ScanResult, "infected"> };

/**
 * Checks, scans and stores what arrived for a message, before the transaction that names it. Throws
 * Refused(FileRefusal | WriteReason), NotFound.
 */
export async function storeThreadFile(
  ctx: Ctx,
  given: { applicationId: string; file: ArrivedFile },
): Promise<StoredFile> {
  await writableThread(ctx, given.applicationId);
  const content = await inspectFile(given.file);
  const state = await scanFile(content.bytes);
  if (state === "infected") throw new Refused("file_infected");
  await storeContent(ctx, content, "attachment");
  return { content, state };
}
