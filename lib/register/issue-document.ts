import { and, eq } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { enqueueNew, job, type NewJob } from "@/lib/jobs/enqueue";
import { verificationCode } from "@/lib/kernel/codes";

/** Kinds of documents that are issued; each has a PDF registered in lib/documents/pdf-kinds. */
export type DocumentKind =
  | "receipt"
  | "applicationCopy"
  | "withdrawalReceipt"
  | "certificate"
  | "decisionLetter"
  | "integrationRequest"
  | "integrationReceipt"
  | "callNotice";

/** Why a copy of answers is withdrawn when their days are over: a code, said in the reader's words. */
export const ANSWERS_ERASED = "answersErased";

/** What a document certifies. `view` is the immutable data its PDF is rendered from. */
export type NewDocument = {
  bodyId: string;
  kind: DocumentKind;
  subjectType: string;
  subjectId: string;
  holderId: string | null;
  view: Record<string, unknown>;
  dataDigest: string | null;
  /** UTC with microseconds. */
  issuedAt: string;
};

const CODE_BYTES = 16;

/** A fresh code for a document, to be put into its view before it is issued. */
export function newVerificationCode(ctx: Ctx): string {
  return verificationCode(ctx.random(CODE_BYTES));
}

/**
 * Issues a document in the transaction of the event it certifies: from then on its code verifies.
 * The PDF follows by the job `render-document`. A valid document of the same kind and subject, such
 * as the receipt of the submission before, is replaced by it.
 */
export async function issueDocument(
  tx: Ctx,
  document: NewDocument & { id: string; code: string },
): Promise<void> {
  // Sent together, carried out in this order.
  await Promise.all([
    replaceValid(tx, document),
    tx.db.insert(issuedDocument).values(document),
    enqueueNew(tx, [renderJob(document.id)]),
  ]);
}

/** The job that renders a document. */
export function renderJob(documentId: string): NewJob {
  return job("render-document", { documentId }, { key: documentId });
}

async function replaceValid(tx: Ctx, document: NewDocument & { id: string }): Promise<void> {
  await tx.db
    .update(issuedDocument)
    .set({ state: "replaced", replacedById: document.id, stateChangedAt: document.issuedAt })
    .where(
      and(
        eq(issuedDocument.kind, document.kind),
        eq(issuedDocument.subjectId, document.subjectId),
        eq(issuedDocument.state, "valid"),
      ),
    );
}
