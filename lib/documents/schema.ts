import { z } from "zod";

const reason = z.string().trim().min(3, "reason_missing").max(300, "reason_too_long");

/** The reason is shown to whoever verifies the document: it names nobody. */
export const withdrawDocumentSchema = z.object({ documentId: z.uuid("not_found"), reason });

export const replaceDocumentSchema = z.object({ documentId: z.uuid("not_found"), reason });

export type WithdrawDocument = z.output<typeof withdrawDocumentSchema>;
export type ReplaceDocument = z.output<typeof replaceDocumentSchema>;
