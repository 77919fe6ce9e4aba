import { fileObject } from "@/db/schema/files";
import type { Ctx } from "@/lib/context";
import type { InspectedFile } from "./inspect-file";
import { fileStorage } from "./storage";

/** Puts the content on stable storage. Call it before the transaction that writes its rows. */
export async function storeContent(file: InspectedFile): Promise<void> {
  await fileStorage().put(file.sha256, file.bytes, file.mediaType);
}

/** The row of a stored content, once however often the same one comes. */
export async function insertFileObject(tx: Ctx, file: InspectedFile): Promise<void> {
  await tx.db
    .insert(fileObject)
    .values({
      sha256: file.sha256,
      size: file.bytes.length,
      mediaType: file.mediaType,
      storedAt: tx.now,
    })
    .onConflictDoNothing();
}
