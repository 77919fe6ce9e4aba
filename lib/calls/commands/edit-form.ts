import { eq } from "drizzle-orm";
import { formDefinition } from "@/db/schema/calls";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { InvalidInput, Stale } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { applyEdit, type FormEdit } from "../core/apply-edit";
import { readDefinition } from "../core/read-definition";
import { formForEdit, partDigest } from "../queries/form-for-edit";

export type FormEditing = {
  callId: string;
  /** Digest of the part as its author read it; empty where nothing is overwritten. */
  seen: string;
  edits: readonly FormEdit[];
};

/**
 * Changes the form of a draft, step by step, in one transaction. Whoever saves a part that somebody
 * else changed meanwhile is refused with Stale; other parts do not matter.
 */
export function editForm(
  ctx: Ctx,
  { callId, seen, edits }: FormEditing,
): Promise<{ callId: string; at: string | null }> {
  return inTransaction(ctx, async (tx) => {
    const { call, form } = await formForEdit(tx, callId);
    let { definition } = form;
    let at: string | null = null;
    for (const edit of edits) {
      const overwrites = edit.do === "save" || edit.do === "remove";
      if (overwrites && seen !== partDigest(form.definition, edit.at)) throw new Stale(["form"]);
      const done = applyEdit(definition, edit);
      if (Object.keys(done.errors).length > 0) throw new InvalidInput(done.errors);
      definition = done.definition;
      at = done.at;
    }
    const reading = readDefinition(definition);
    if (!reading.ok) throw new InvalidInput(problemsByName(reading.problems));
    await tx.db.update(formDefinition).set({ definition }).where(eq(formDefinition.id, form.id));
    await recordEvent(tx, {
      bodyId: call.bodyId,
      action: "call.formEdited",
      subjectType: "call",
      subjectId: callId,
      facts: { steps: edits.map((edit) => edit.do).join(","), at: at ?? "" },
    });
    return { callId, at };
  });
}

/** What does not fit into a form any more: a text too long, too many fields. */
function problemsByName(problems: readonly { about?: string; code: string }[]) {
  return Object.fromEntries(
    problems.map(({ about, code }) => [
      code === "wrong_value" && about ? about : "form",
      code === "wrong_value" ? "too_long" : code,
    ]),
  );
}
