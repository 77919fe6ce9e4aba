import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A content out of the folder of a site's files. */
export function fileStorageAt(folder: string, sha256: string): Promise<Buffer> {
  return readFile(join(folder, sha256.slice(0, 2), sha256));
}
