import type { FileRefusal } from "@/lib/files/core/limits";
import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import type { ActRefusal } from "./acts";
import type { CallDocument } from "./content";

export type DocumentRefusal =
  | FileRefusal
  | ActRefusal
  | "title_missing"
  | "title_too_long"
  | "scanner_away"
  | "document_changed"
  | "document_there";

const MOST = 20;
const LONGEST_TITLE = 160;

/** A document as its writer had read it: who replaces or removes it means this one. */
export type ReadDocument = Pick<CallDocument, "id" | "fileHash">;

export type GivenDocument = {
  title: string;
  /** Once the file has come and was judged. */
  fileHash?: string;
  /** The document that it takes the place of. */
  replaces?: ReadDocument | undefined;
};

/**
 * Why a document can be neither added nor put in the place of another; undefined where it can. The
 * same file again only changes its title.
 */
export function mayPutDocument(
  documents: readonly CallDocument[],
  { title, fileHash, replaces }: GivenDocument,
): DocumentRefusal | undefined {
  if (title === "") return "title_missing";
  if (title.length > LONGEST_TITLE) return "title_too_long";
  const same = documents.find((one) => one.fileHash === fileHash);
  if (!replaces) return !same && documents.length >= MOST ? "too_many_files" : undefined;
  if (!isThere(documents, replaces)) return "document_changed";
  return same && same.id !== replaces.id ? "document_there" : undefined;
}

/**
 * The documents with one more, or with another file and title in the place of one. A file that comes
 * back after it was taken away is the document that the version in force has.
 */
export function withDocument(
  documents: readonly CallDocument[],
  inForce: readonly CallDocument[],
  put: CallDocument,
): CallDocument[] {
  const at = documents.findIndex(({ id, fileHash }) => id === put.id || fileHash === put.fileHash);
  const there = documents[at];
  if (there) return documents.with(at, { ...put, id: there.id });
  const ids = idsOf(documents);
  const back = inForce.find(({ id, fileHash }) => fileHash === put.fileHash && !ids.has(id));
  return [...documents, { ...put, id: back?.id ?? put.id }];
}

/** Whether a document can be taken away; one that is not there any more may be, again. */
export function mayRemoveDocument(
  documents: readonly CallDocument[],
  read: ReadDocument,
): Verdict<DocumentRefusal> {
  return isThere(documents, read) || !documents.some(({ id }) => id === read.id)
    ? allowed
    : refused("document_changed");
}

const isThere = (documents: readonly CallDocument[], read: ReadDocument) =>
  documents.some(({ id, fileHash }) => id === read.id && fileHash === read.fileHash);

const idsOf = (documents: readonly CallDocument[]) => new Set(documents.map(({ id }) => id));

/** Documents as an act keeps them for ever, in the order in which they came; none are "". */
export function documentsText(documents: readonly CallDocument[]): string {
  if (documents.length === 0) return "";
  const ordered = documents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.stringify(
    ordered.map(({ id, title, fileHash, mediaType, size }) => ({
      ...{ id, title, fileHash, mediaType, size },
    })),
  );
}

/** Reads what `documentsText` wrote. */
export const documentsIn = (text: string): CallDocument[] => (text === "" ? [] : JSON.parse(text));

type Both = { before: CallDocument; after: CallDocument };

/** What became of the documents of a call from one version to another. */
export type DocumentChanges = {
  added: CallDocument[];
  /** Another file, perhaps under another title. */
  replaced: Both[];
  /** The same file under another title. */
  renamed: Both[];
  removed: CallDocument[];
};

/** Documents are known by their ids; a file that went in one act and came back in another, by itself. */
export function documentChanges(
  before: readonly CallDocument[],
  after: readonly CallDocument[],
): DocumentChanges {
  const ids = idsOf(after);
  const pairs = after.flatMap((now): Both[] => {
    const was =
      before.find(({ id }) => id === now.id) ??
      before.find(({ id, fileHash }) => fileHash === now.fileHash && !ids.has(id));
    return was ? [{ before: was, after: now }] : [];
  });
  const [gone, come] = [new Set(before), new Set(after)];
  for (const pair of pairs) {
    gone.delete(pair.before);
    come.delete(pair.after);
  }
  const isAnother = (pair: Both) => pair.before.fileHash !== pair.after.fileHash;
  return {
    added: [...come],
    replaced: pairs.filter(isAnother),
    renamed: pairs.filter((pair) => !isAnother(pair) && pair.before.title !== pair.after.title),
    removed: [...gone],
  };
}
