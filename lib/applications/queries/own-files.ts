import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { application, attachment, submission } from "@/db/schema/applications";
import { fileObject } from "@/db/schema/files";
import { issuedDocument } from "@/db/schema/register";
import { threadFile } from "@/db/schema/threads";
import type { Ctx } from "@/lib/context";
import { type AttachmentState, isReady } from "../core/rules";

/** A stored content that belongs to somebody, of which application, and what it is called. */
export type OwnFile = { sha256: string; name: string; applicationId: string; code: string | null };

/** What was sent of one's applications: which, in order; the data come page by page. */
export type OwnSubmission = { id: string; code: string | null; number: number; by: string };

export type OwnDocument = { sha256: string; kind: string; code: string; view: Document };
type Document = Record<string, unknown>;

/** The files of one's applications and of their messages that may be opened. Two queries. */
export async function ownFiles(
  ctx: Ctx,
  personId: string,
): Promise<{ attachments: OwnFile[]; ofMessages: OwnFile[] }> {
  const mine = eq(application.personId, personId);
  const of = { applicationId: application.id, code: application.code };
  const [attachments, ofMessages] = await Promise.all([
    ctx.db
      .select({ ...of, name: attachment.name, state: attachment.state, sha256: fileObject.sha256 })
      .from(attachment)
      .innerJoin(application, eq(application.id, attachment.applicationId))
      .innerJoin(fileObject, eq(fileObject.sha256, attachment.fileHash))
      .where(mine)
      .orderBy(asc(application.createdAt), asc(attachment.createdAt), asc(attachment.id)),
    ctx.db
      .select({ ...of, name: threadFile.name, state: threadFile.state, sha256: fileObject.sha256 })
      .from(threadFile)
      .innerJoin(application, eq(application.id, threadFile.applicationId))
      .innerJoin(fileObject, eq(fileObject.sha256, threadFile.fileHash))
      // A message that is not sent is its author's alone.
      .where(and(mine, or(isNotNull(threadFile.messageId), eq(threadFile.uploadedBy, personId))))
      .orderBy(asc(application.createdAt), asc(threadFile.createdAt), asc(threadFile.id)),
  ]);
  const open = ({ state }: { state: string }) => isReady(state as AttachmentState);
  return { attachments: attachments.filter(open), ofMessages: ofMessages.filter(open) };
}

/** The PDFs that somebody holds. */
export function ownDocuments(ctx: Ctx, personId: string): Promise<OwnDocument[]> {
  const { kind, code, fileHash } = issuedDocument;
  return ctx.db
    .select({
      ...{ kind, code, sha256: sql<string>`${fileHash}` },
      // What a name of a file is made of, and no more: views may be long.
      view: sql<Document>`jsonb_build_object('application',
        jsonb_build_object('code', ${issuedDocument.view} #> '{application,code}'))`,
    })
    .from(issuedDocument)
    .where(
      and(
        eq(issuedDocument.holderId, personId),
        isNotNull(fileHash),
        isNull(issuedDocument.erasedAt),
      ),
    )
    .orderBy(asc(issuedDocument.issuedAt), asc(issuedDocument.id));
}

export function ownSubmissions(ctx: Ctx, personId: string): Promise<OwnSubmission[]> {
  return ctx.db
    .select({
      ...{ id: submission.id, code: application.code, number: submission.number },
      by: submission.submittedBy,
    })
    .from(submission)
    .innerJoin(application, eq(application.id, submission.applicationId))
    .where(eq(application.personId, personId))
    .orderBy(asc(application.createdAt), asc(submission.number));
}

/** The very bytes of these, by their ids. */
export async function snapshotsOf(
  ctx: Ctx,
  submissions: readonly OwnSubmission[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .select({ id: submission.id, snapshot: submission.snapshot })
    .from(submission)
    .where(
      inArray(
        submission.id,
        submissions.map(({ id }) => id),
      ),
    );
  return new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
}
