import { and, eq, sql } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";

/** The printed notice of a version of a call; `file` is null while it is being drawn. */
export type NoticeOfCall = { code: string; file: { sha256: string; size: number } | null };

/** Undefined where it was never asked for. One query. */
export async function noticeOfCall(
  ctx: Ctx,
  of: { id: string; version: number },
): Promise<NoticeOfCall | undefined> {
  const [row] = await ctx.db
    .select({
      code: issuedDocument.code,
      fileHash: issuedDocument.fileHash,
      fileSize: issuedDocument.fileSize,
    })
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.kind, "callNotice"),
        eq(issuedDocument.subjectId, of.id),
        eq(issuedDocument.state, "valid"),
        sql`(${issuedDocument.view} -> 'call' ->> 'version')::int = ${of.version}`,
      ),
    );
  if (!row) return undefined;
  const { code, fileHash, fileSize } = row;
  return { code, file: fileHash && fileSize ? { sha256: fileHash, size: fileSize } : null };
}
