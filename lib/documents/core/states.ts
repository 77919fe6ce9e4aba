import { defineTransitions } from "@/lib/kernel/states";

export const ISSUED_DOCUMENT_STATES = ["valid", "replaced", "withdrawn"] as const;

export type IssuedDocumentState = (typeof ISSUED_DOCUMENT_STATES)[number];
export type IssuedDocumentEvent = "replace" | "withdraw";

export const issuedDocumentTransitions = defineTransitions<
  IssuedDocumentState,
  IssuedDocumentEvent
>({
  valid: { replace: "replaced", withdraw: "withdrawn" },
  replaced: {},
  withdrawn: {},
});
