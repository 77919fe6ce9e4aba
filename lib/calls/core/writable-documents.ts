import { allowed, refused, type Verdict } from "@/lib/kernel/verdict";
import { type ActRefusal, type CallForAct, mayAct } from "./acts";

/** What documents are written for: a draft itself, or the rectification of a published call. */
export const DOCUMENTS_OF = ["draft", "rectification"] as const;
export type DocumentsOf = (typeof DOCUMENTS_OF)[number];

/** Whether documents can be written for this now; `at` is the clock of the database. */
export function mayWriteDocuments(
  call: CallForAct,
  of: DocumentsOf,
  at: string,
): Verdict<ActRefusal> {
  if (of === "rectification") return mayAct(call, "rectification", at);
  return call.state === "draft" ? allowed : refused("wrong_state");
}

/** What the documents of a call can be written for at this moment; undefined where they stay. */
export const documentsAreOf = (call: CallForAct, at: string): DocumentsOf | undefined =>
  DOCUMENTS_OF.find((of) => mayWriteDocuments(call, of, at).ok);
