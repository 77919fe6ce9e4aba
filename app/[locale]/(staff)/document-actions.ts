"use server";
import { z } from "zod";
import { action } from "@/lib/actions";
import { removeDocument } from "@/lib/calls/commands/remove-document";
import { routes } from "@/lib/routes";

export const removeDocumentAction = action(
  "call.removeDocument",
  z.object({ callId: z.uuid(), fileHash: z.string().max(64) }),
  removeDocument,
  {
    audience: "staff",
    redirectTo: ({ callId }) => `${routes.staffDocuments(callId)}?fatto=tolto`,
  },
);
