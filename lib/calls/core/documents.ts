import type { FileRefusal } from "@/lib/files/core/limits";
import type { CallDocument } from "./content";
import type { CallState } from "./states";

export type DocumentRefusal =
  | FileRefusal
  | "wrong_state"
  | "title_missing"
  | "title_too_long"
  | "scanner_away";

const MOST = 20;
const LONGEST_TITLE = 160;

/** Why a document cannot be added; undefined where it can. The same file again only changes its title. */
export function mayAddDocument(
  call: { state: CallState; documents: readonly CallDocument[] },
  given: { title: string; fileHash?: string },
): DocumentRefusal | undefined {
  if (call.state !== "draft") return "wrong_state";
  if (given.title === "") return "title_missing";
  if (given.title.length > LONGEST_TITLE) return "title_too_long";
  const again = call.documents.some(({ fileHash }) => fileHash === given.fileHash);
  return !again && call.documents.length >= MOST ? "too_many_files" : undefined;
}

/** The documents with one more, or with another title of one that is there already. */
export function withDocument(
  documents: readonly CallDocument[],
  added: CallDocument,
): CallDocument[] {
  const there = documents.some(({ fileHash }) => fileHash === added.fileHash);
  return there
    ? documents.map((one) => (one.fileHash === added.fileHash ? added : one))
    : [...documents, added];
}
