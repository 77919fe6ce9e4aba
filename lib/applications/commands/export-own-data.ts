import { recordEvent } from "@/lib/audit/record-event";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { distinctNames } from "@/lib/files/core/distinct-names";
import { fileStorage } from "@/lib/files/storage";
import { type ZipFile, zipStream } from "@/lib/files/zip";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { Unauthenticated } from "@/lib/kernel/errors";
import { sha256 } from "@/lib/platform/digest";
import { limits, rateLimit } from "@/lib/platform/rate-limit";
import { ownData } from "../queries/own-data";
import {
  type OwnDocument,
  type OwnFile,
  ownDocuments,
  ownFiles,
  ownSubmissions,
  snapshotsOf,
} from "../queries/own-files";

/** What the archive says by itself, in the words of its reader. */
export type ArchiveWords = {
  readme: string;
  /** Before the list of files whose content is not there. */
  missing: string;
  /** Names of folders and files. */
  names: { documents: string; attachments: string; messages: string; draft: string };
  nameOf: (document: OwnDocument) => string;
};

/** Snapshots that are read at once. */
const PAGE = 20;

/**
 * A copy of all that is kept about who asks (art. 15 and 20 GDPR), as a ZIP: the data as JSON, of
 * every application the very bytes that are stored (where somebody else sent it, without their name
 * and mailbox), the PDFs, and the files that may be opened; `SHA256SUMS` has the sum of each. It comes
 * as a stream that holds one file at a time. Throws RateLimited.
 */
export async function exportOwnData(
  ctx: Ctx,
  words: ArchiveWords,
): Promise<AsyncGenerator<Uint8Array>> {
  const personId = personOf(ctx.actor);
  if (!personId) throw new Unauthenticated();
  await rateLimit(ctx, `export:${personId}`, limits.ownData);
  const [data, sent, documents, files] = await Promise.all([
    ownData(ctx, personId),
    ownSubmissions(ctx, personId),
    ownDocuments(ctx, personId),
    ownFiles(ctx, personId),
  ]);
  const stored = storedFiles(words, documents, files);
  await recordEvent(ctx, {
    bodyId: undefined,
    action: "person.exportData",
    subjectType: "person",
    subjectId: personId,
    facts: {
      applications: new Set(sent.map(({ code }) => code)).size,
      files: stored.length,
    },
  });
  async function* all(): AsyncGenerator<ZipFile> {
    yield { name: "leggimi.txt", content: words.readme };
    yield { name: "dati.json", content: `${JSON.stringify(data, null, 2)}\n` };
    for (let at = 0; at < sent.length; at += PAGE) {
      const page = sent.slice(at, at + PAGE);
      const snapshots = await snapshotsOf(ctx, page);
      for (const { id, code, number, by } of page) {
        const snapshot = snapshots.get(id) ?? "";
        const content = by === personId ? snapshot : withoutSender(snapshot);
        const name = number === 1 ? `${code}.json` : `${code}-${number}.json`;
        yield { name: `candidature/${code}/${name}`, content };
      }
    }
    yield* contentsOf(stored, words.missing);
  }
  return zipStream(withSums(all()));
}

type Stored = { name: string; sha256: string };

function storedFiles(
  { names, nameOf }: ArchiveWords,
  documents: readonly OwnDocument[],
  { attachments, ofMessages }: Awaited<ReturnType<typeof ownFiles>>,
): Stored[] {
  const distinct = distinctNames();
  const folder = ({ code, applicationId }: OwnFile) =>
    `candidature/${code ?? `${names.draft} ${applicationId.slice(-12)}`}`;
  return [
    ...documents.map((one) => ({ ...one, name: `${names.documents}/${nameOf(one)}` })),
    ...attachments.map((one) => ({
      ...one,
      name: `${folder(one)}/${names.attachments}/${one.name}`,
    })),
    ...ofMessages.map((one) => ({ ...one, name: `${folder(one)}/${names.messages}/${one.name}` })),
  ].map((one) => ({ sha256: one.sha256, name: distinct(one.name) }));
}

/** The stored files, one after the other; what storage has lost is named rather than passed over. */
async function* contentsOf(stored: readonly Stored[], missing: string): AsyncGenerator<ZipFile> {
  const lost: string[] = [];
  for (const { name, sha256: hash } of stored) {
    const content = await fileStorage().open(hash);
    if (!content) lost.push(`${hash}  ${name}`);
    else yield { name, content: Buffer.concat(await content.toArray()) };
  }
  if (lost.length > 0) {
    yield { name: "file-mancanti.txt", content: `${missing}\n\n${lost.join("\n")}\n` };
  }
}

/** Adds a list of the SHA-256 of each file, as `sha256sum -c` reads it. */
async function* withSums(files: AsyncIterable<ZipFile>): AsyncGenerator<ZipFile> {
  let sums = "";
  for await (const file of files) {
    sums += `${sha256(file.content)}  ${file.name}\n`;
    yield file;
  }
  yield { name: "SHA256SUMS", content: sums };
}

/** What a colleague sent before who asks took it over, without what it tells of the colleague. */
function withoutSender(snapshot: string): string {
  const sent = JSON.parse(snapshot) as { submittedBy: Record<string, unknown> };
  return canonicalJson({ ...sent, submittedBy: { ...sent.submittedBy, name: "", email: "" } });
}
