import { aliasedTable, eq } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { call, formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256 } from "@/lib/platform/digest";
import { type ChangedForm, changedForm } from "../core/changed-form";
import type { FormDefinition } from "../core/form-definition";

/** The form that a rectification is changing, beside the one in force. */
export type PreparedForm = ChangedForm & {
  before: FormDefinition;
  after: FormDefinition;
  /** Names it as it was read: what is published is what was looked at. */
  seen: string;
};

/** Null where nobody is changing the form of the call. One query. */
export async function preparedFormOf(ctx: Ctx, callId: string): Promise<PreparedForm | null> {
  const inForce = aliasedTable(formDefinition, "in_force");
  const [row] = await ctx.db
    .select({
      id: preparedForm.formDefinitionId,
      after: formDefinition.definition,
      before: inForce.definition,
    })
    .from(preparedForm)
    .innerJoin(formDefinition, eq(formDefinition.id, preparedForm.formDefinitionId))
    .innerJoin(call, eq(call.id, preparedForm.callId))
    .innerJoin(inForce, eq(inForce.id, call.formDefinitionId))
    .where(eq(preparedForm.callId, callId));
  if (!row) return null;
  const { id, before, after } = row;
  return { ...changedForm(id, before, after), before, after, seen: sha256(canonicalJson(after)) };
}
