import { unzipSync } from "fflate";
import { type ArchiveWords, exportOwnData } from "@/lib/applications/commands/export-own-data";
import type { Ctx } from "@/lib/context";
import { fileNameOf } from "@/lib/documents/core/public-facts";

export const archiveWords: ArchiveWords = {
  readme: "Leggimi",
  missing: "Non si trovano:",
  names: {
    documents: "documenti",
    attachments: "allegati",
    messages: "messaggi",
    draft: "bozza",
  },
  nameOf: ({ kind, code, view }) => fileNameOf(kind, code, view),
};

/** The files of an archive, by somebody else's reader. */
export async function filesOf(parts: AsyncIterable<Uint8Array>): Promise<Map<string, Buffer>> {
  const whole = Buffer.concat(await Array.fromAsync(parts));
  const files = Object.entries(unzipSync(whole));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

/** The archive of one's own data. */
export async function ownArchive(ctx: Ctx): Promise<Map<string, Buffer>> {
  return filesOf(await exportOwnData(ctx, archiveWords));
}
