import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { CallDocument } from "../core/content";
import { callEditor } from "./call-editor";
import { callPage } from "./call-page";

/** A document as `fileResponse` takes it. */
export type DocumentToOpen = { sha256: string; size: number; mediaType: string; name: string };

/** A document of a published call, by its file. Throws NotFound. */
export async function callDocument(
  ctx: Ctx,
  { slug, file }: { slug: string; file: string },
): Promise<DocumentToOpen> {
  const call = await callPage(ctx, slug);
  return toOpen(call?.content.documents ?? [], file);
}

/** The same of a draft, for who may write it. */
export async function draftDocument(
  ctx: Ctx,
  { callId, file }: { callId: string; file: string },
): Promise<DocumentToOpen> {
  const { content } = await callEditor(ctx, callId);
  return toOpen(content.documents, file);
}

function toOpen(documents: readonly CallDocument[], file: string): DocumentToOpen {
  const [hash = "", extension = ""] = file.split(/[.-]/);
  const found = documents.find(({ fileHash }) => fileHash === hash);
  if (!found) throw new NotFound();
  const { fileHash: sha256, size, mediaType, title } = found;
  return { sha256, size, mediaType, name: `${title}.${extension}` };
}
