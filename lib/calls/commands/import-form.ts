import { eq } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { call as callTable, formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { readForeignForm } from "../core/foreign-form";
import { checkDefinition } from "../core/form-checks";
import type { FormDefinition } from "../core/form-definition";
import type { DefinitionProblem } from "../core/form-problems";
import { FORM_TEMPLATES } from "../core/form-templates/library";
import { formForEdit } from "../queries/form-for-edit";
import { digestOf } from "../queries/marks";

export type FormSource =
  | { kind: "file"; bytes: Uint8Array }
  | { kind: "template"; key: keyof typeof FORM_TEMPLATES };

export type FormImport = { callId: string; seen: string; source: FormSource };

/**
 * Puts another form in place of a draft's: of a file, or out of the library. With any problem
 * nothing changes, and all problems come back. The former form stays in the database.
 */
export function importForm(
  ctx: Ctx,
  { callId, seen, source }: FormImport,
): Promise<{ callId: string; problems: readonly DefinitionProblem[] }> {
  return inTransaction(ctx, async (tx) => {
    const { call, form, ofRectification } = await formForEdit(tx, callId);
    const reading =
      source.kind === "file"
        ? readForeignForm(source.bytes)
        : { ok: true as const, definition: FORM_TEMPLATES[source.key] };
    if (!reading.ok) return { callId, problems: reading.problems };
    const problems = checkDefinition(reading.definition);
    if (problems.length > 0) return { callId, problems };
    if (seen !== digestOf(form.definition)) throw new Stale(["form"]);
    await replace(tx, call, reading.definition, ofRectification);
    await recordEvent(tx, {
      bodyId: call.bodyId,
      action: "call.formReplaced",
      subjectType: "call",
      subjectId: call.id,
      facts: { before: form.id, from: source.kind === "file" ? "file" : source.key },
    });
    return { callId, problems: [] };
  });
}

async function replace(
  tx: Ctx,
  { id: callId, bodyId }: { id: string; bodyId: string },
  definition: FormDefinition,
  ofRectification: boolean,
): Promise<void> {
  const id = tx.newId();
  await tx.db.insert(formDefinition).values({ id, bodyId, definition, createdAt: tx.now });
  await (ofRectification
    ? tx.db
        .update(preparedForm)
        .set({ formDefinitionId: id })
        .where(eq(preparedForm.callId, callId))
    : tx.db
        .update(callTable)
        .set({ formDefinitionId: id, updatedAt: tx.now })
        .where(eq(callTable.id, callId)));
}
