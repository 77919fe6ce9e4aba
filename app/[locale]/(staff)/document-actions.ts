"use server";
import { action } from "@/lib/actions";
import { dropDocuments } from "@/lib/calls/commands/drop-documents";
import { removeDocument } from "@/lib/calls/commands/remove-document";
import { ofCallSchema, removedDocumentSchema } from "@/lib/calls/schema/acts";
import { routes } from "@/lib/routes";

export const removeDocumentAction = action(
  "call.removeDocument",
  removedDocumentSchema,
  removeDocument,
  {
    audience: "staff",
    redirectTo: ({ callId }) => `${routes.staffDocuments(callId)}?fatto=tolto`,
  },
);

export const dropDocumentsAction = action("call.dropDocuments", ofCallSchema, dropDocuments, {
  audience: "staff",
  redirectTo: ({ callId }) => routes.staffNewAct(callId, "rettifica"),
});
