import { desc, eq } from "drizzle-orm";
import { call, callVersion } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isPublic } from "../core/call-status";
import type { CallDocument } from "../core/content";
import { documentsPage } from "./documents-page";

/** A document as `fileResponse` takes it. */
export type DocumentToOpen = { sha256: string; size: number; mediaType: string; name: string };

/**
 * A document of any version of a call that was published, by its file: what an act has replaced or
 * removed stays where the acts and the older versions link to it. Throws NotFound. One query.
 */
export async function callDocument(
  ctx: Ctx,
  { slug, file }: { slug: string; file: string },
): Promise<DocumentToOpen> {
  const versions = await ctx.db
    .select({
      state: call.state,
      publishedAt: call.publishedAt,
      content: callVersion.content,
    })
    .from(callVersion)
    .innerJoin(call, eq(call.id, callVersion.callId))
    .where(eq(call.slug, slug))
    .orderBy(desc(callVersion.version));
  const published = versions.filter((version) => isPublic(version, ctx.now));
  return toOpen(
    published.flatMap(({ content }) => content.documents),
    file,
  );
}

/** The same for who may write the call: of its draft, or as a rectification would leave them. */
export async function draftDocument(
  ctx: Ctx,
  { callId, file }: { callId: string; file: string },
): Promise<DocumentToOpen> {
  const { documents, inForce } = await documentsPage(ctx, callId);
  return toOpen([...documents, ...inForce], file);
}

function toOpen(documents: readonly CallDocument[], file: string): DocumentToOpen {
  const [hash = "", extension = ""] = file.split(/[.-]/);
  const found = documents.find(({ fileHash }) => fileHash === hash);
  if (!found) throw new NotFound();
  const { fileHash: sha256, size, mediaType, title } = found;
  return { sha256, size, mediaType, name: `${title}.${extension}` };
}
