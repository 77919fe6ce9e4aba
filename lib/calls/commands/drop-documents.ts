import type { Ctx } from "@/lib/context";
import { changeDocuments } from "./change-documents";

/** Leaves the documents of a published call as they are: what a rectification had changed is put aside. */
export async function dropDocuments(
  ctx: Ctx,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  await changeDocuments(ctx, { callId, of: "rectification" }, (_, inForce) => ({
    documents: inForce,
    action: "call.documentsLeft",
  }));
  return { callId };
}
