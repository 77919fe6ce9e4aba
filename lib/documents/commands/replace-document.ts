import { and, eq, ne } from "drizzle-orm";
import { issuedDocument } from "@/db/schema/register";
import type { Ctx } from "@/lib/context";
import { Refused } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import type { ReplaceDocument } from "../schema";
import { retireDocument } from "./retire-document";

/**
 * Lets another document of the same body, kind and subject take the place of this one.
 * Throws Refused("not_a_replacement") when the other is none.
 */
export async function replaceDocument(ctx: Ctx, input: ReplaceDocument): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await retireDocument(tx, { ...input, event: "replace" });
    const replaced = tx.db
      .select({
        bodyId: issuedDocument.bodyId,
        kind: issuedDocument.kind,
        subjectId: issuedDocument.subjectId,
      })
      .from(issuedDocument)
      .where(eq(issuedDocument.id, input.documentId))
      .as("replaced");
    const [successor] = await tx.db
      .select({ id: issuedDocument.id })
      .from(issuedDocument)
      .innerJoin(
        replaced,
        and(
          eq(issuedDocument.bodyId, replaced.bodyId),
          eq(issuedDocument.kind, replaced.kind),
          eq(issuedDocument.subjectId, replaced.subjectId),
        ),
      )
      .where(
        and(
          eq(issuedDocument.id, input.byId),
          eq(issuedDocument.state, "valid"),
          ne(issuedDocument.id, input.documentId),
        ),
      );
    if (!successor) throw new Refused("not_a_replacement");
  });
}
