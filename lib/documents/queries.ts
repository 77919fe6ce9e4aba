import { eq, sql } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { integrationRequest } from "@/db/schema/integrations";
import { issuedDocument } from "@/db/schema/register";
import { answerErasure } from "@/db/schema/retention";
import { body } from "@/db/schema/territory";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { normaliseCode } from "@/lib/kernel/codes";
import { NotFound, Unauthenticated } from "@/lib/kernel/errors";
import { fileNameOf, type PublicFacts, publicFacts } from "./core/public-facts";
import type { IssuedDocumentState } from "./core/states";
import { documentPolicy } from "./policy";

/** What the page of verification shows. Holds nothing about a person. */
export type VerifiedDocument = PublicFacts & {
  code: string;
  kind: string;
  state: IssuedDocumentState;
  stateReason: string | null;
  stateChangedAt: string | null;
  bodyName: string;
  bodyEmail: string | null;
  issuedAt: string;
  /** SHA-256 of the file; null while it is being prepared. */
  fileHash: string | null;
  /** Day on which the latest answers behind it were erased; null: none was. */
  erasedOn: string | null;
};

/** The application that a document is of, or of what the office asked about it. */
const ofApplication = sql`coalesce((select r.application_id from ${integrationRequest} r
  where r.id = ${issuedDocument.subjectId}), ${issuedDocument.subjectId})`;

/** The document of a code as people type it; undefined when there is none. */
export async function documentForCode(
  ctx: Ctx,
  text: string,
): Promise<VerifiedDocument | undefined> {
  const reading = normaliseCode(text);
  return reading.ok ? verified(ctx, eq(issuedDocument.code, reading.code)) : undefined;
}

/** The document that a file is, byte by byte, by its SHA-256; undefined when it is none. */
export async function documentForFile(
  ctx: Ctx,
  sha256: string,
): Promise<VerifiedDocument | undefined> {
  return /^[0-9a-f]{64}$/.test(sha256)
    ? verified(ctx, eq(issuedDocument.fileHash, sha256))
    : undefined;
}

async function verified(ctx: Ctx, which: ReturnType<typeof eq>) {
  const [row] = await ctx.db
    .select({
      ...{ document: issuedDocument, bodyName: body.name, bodyEmail: body.email },
      erasedOn: sql<string | null>`(select max(e.erased_on)::text from ${answerErasure} e
        where e.application_id = ${ofApplication})`,
    })
    .from(issuedDocument)
    .innerJoin(body, eq(body.id, issuedDocument.bodyId))
    .where(which);
  if (!row) return undefined;
  const { code, kind, state, stateReason, stateChangedAt, issuedAt, fileHash, view } = row.document;
  return {
    ...publicFacts(view),
    ...{ code, kind, stateReason, stateChangedAt, issuedAt, fileHash },
    state: state as IssuedDocumentState,
    bodyName: row.bodyName,
    bodyEmail: row.bodyEmail,
    erasedOn: row.erasedOn,
  };
}

/** A document ready to be downloaded, or still being prepared. */
export type Download = {
  id: string;
  kind: string;
  name: string;
  file: { sha256: string; size: number } | null;
};

/**
 * A document for who may have it: its holder, or staff of the body. The right is checked each
 * time. Throws Unauthenticated without a session, whether it exists or not, and NotFound to
 * everybody else.
 */
export async function documentToDownload(ctx: Ctx, id: string): Promise<Download> {
  if (personOf(ctx.actor) === undefined) throw new Unauthenticated();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new NotFound();
  const [found] = await ctx.db
    .select({ document: issuedDocument, organisationId: application.organisationId })
    .from(issuedDocument)
    .leftJoin(application, sql`${application.id} = ${ofApplication}`)
    .where(eq(issuedDocument.id, id));
  if (!found) throw new NotFound();
  const { document, organisationId } = found;
  if (document.erasedAt !== null) throw new NotFound();
  if (!documentPolicy.can(ctx.actor, "document.download", { ...document, organisationId })) {
    throw new NotFound();
  }
  const { kind, code, view, fileHash, fileSize } = document;
  const name = fileNameOf(kind, code, view);
  const file = fileHash && fileSize ? { sha256: fileHash, size: fileSize } : null;
  return { id, kind, name, file };
}

/** Whether a call takes applications for two minutes more at most. One query. */
export async function lastMinutes(ctx: Ctx): Promise<boolean> {
  const { rows } = await ctx.db.execute<{ last: boolean }>(sql`
    select exists (select from call where state = 'published'
      and closes_at between clock_timestamp() and clock_timestamp() + interval '2 minutes') as last`);
  return rows[0]?.last ?? false;
}
