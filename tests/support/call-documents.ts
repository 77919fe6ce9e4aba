import { addDocument } from "@/lib/calls/commands/add-document";
import type { ReadDocument } from "@/lib/calls/core/documents";
import type { Ctx } from "@/lib/context";
import { samplePdf } from "./sample-files";

/** Puts a PDF with these words among the documents of a rectification, or in the place of one. */
export const putDocument = (
  ctx: Ctx,
  callId: string,
  { title, words, replaces }: { title: string; words: string; replaces?: ReadDocument | undefined },
) =>
  addDocument(ctx, {
    ...{ callId, of: "rectification", title, replaces },
    file: { name: "a.pdf", declaredType: "", bytes: samplePdf({ text: words }) },
  });
