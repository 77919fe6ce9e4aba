import type { Pool } from "pg";
import type { Ctx } from "@/lib/context";
import type { PdfViews } from "@/lib/pdf/pool";
import { issueDocument, newVerificationCode } from "@/lib/register/issue-document";
import { inTransaction } from "@/lib/transaction";
import { documentViews } from "./document-views";

export type IssuedSample = { id: string; code: string; bodyId: string };

/** A body to issue documents. */
export async function sampleBody(owner: Pool, slug: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into body (id, slug, name, kind, code, office_name)
     values (gen_random_uuid(), $1, $2, 'sds', $3, 'Ufficio Partecipazione') returning id`,
    [slug, `SdS ${slug}`, slug.slice(0, 6).toUpperCase()],
  );
  const [row] = rows;
  if (!row) throw new Error("no body");
  return row.id;
}

/** Issues a document as the events of the product do, with the job that draws it. */
export async function issueSample(
  ctx: Ctx,
  given: { bodyId: string; holderId?: string; kind?: keyof PdfViews; subjectId?: string },
): Promise<IssuedSample> {
  const { bodyId, holderId = null, kind = "receipt" } = given;
  const [id, code] = [ctx.newId(), newVerificationCode(ctx)];
  const subjectId = given.subjectId ?? ctx.newId();
  await inTransaction(ctx, (tx) =>
    issueDocument(tx, {
      id,
      code,
      bodyId,
      kind,
      subjectType: "application",
      subjectId,
      holderId,
      view: documentViews("Rete Passaparola Toscana APS", "it", code)[kind],
      dataDigest: null,
      issuedAt: "2026-11-25T17:41:07.123456Z",
    }),
  );
  return { id, code, bodyId };
}
