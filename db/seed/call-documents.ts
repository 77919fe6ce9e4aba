import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addDocument } from "@/lib/calls/commands/add-document";
import type { ReadDocument } from "@/lib/calls/core/documents";
import type { DocumentsWritten } from "@/lib/calls/queries/documents-for-edit";
import type { Ctx } from "@/lib/context";
import { projectRoot } from "@/lib/platform/project-root";
import { type SampleName, sampleDocuments } from "./data/sample-documents";

/** Adds documents to a call, or one in the place of another, as its author did. */
export async function seedDocuments(
  ctx: Ctx,
  of: DocumentsWritten,
  names: readonly SampleName[],
  replaces?: ReadDocument,
): Promise<void> {
  for (const name of names) {
    const { file, title } = sampleDocuments[name];
    const bytes = readFileSync(join(projectRoot(), "db", "seed", "data", "documents", file));
    const arrived = { name: file, declaredType: "application/pdf", bytes };
    await addDocument(ctx, { ...of, title, file: arrived, replaces });
  }
}
