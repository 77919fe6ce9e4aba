import { eq } from "drizzle-orm";
import { call, formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { sha256 } from "@/lib/platform/digest";
import { checkDefinition } from "../core/form-checks";
import type { FormDefinition } from "../core/form-definition";
import { partOf } from "../core/form-editing";
import type { DefinitionProblem } from "../core/form-problems";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";
import { lockedCall } from "./locked-call";

export type FormBuilder = {
  callId: string;
  title: string;
  state: CallState;
  definition: FormDefinition;
  problems: DefinitionProblem[];
  /** Names the form as it was read. */
  seen: string;
};

/** The form of a call for who may write it; NotFound for everybody else. One statement. */
export async function formBuilder(ctx: Ctx, callId: string): Promise<FormBuilder> {
  if (!isUuid(callId)) throw new NotFound();
  const [row] = await ctx.db
    .select({ call, definition: formDefinition.definition })
    .from(call)
    .innerJoin(formDefinition, eq(formDefinition.id, call.formDefinitionId))
    .where(eq(call.id, callId));
  if (!row || !callPolicy.can(ctx.actor, "call.edit", row.call)) throw new NotFound();
  const { definition } = row;
  return {
    callId,
    title: row.call.title,
    state: row.call.state as CallState,
    definition,
    problems: checkDefinition(definition),
    seen: digestOf(definition),
  };
}

/** The call and its form, both locked, for a change; refused once the form is frozen. */
export async function formForEdit(tx: Ctx, callId: string) {
  const row = await lockedCall(tx, callId);
  callPolicy.authorize(tx.actor, "call.edit", row);
  const [form] = await tx.db
    .select()
    .from(formDefinition)
    .where(eq(formDefinition.id, row.formDefinitionId ?? callId))
    .for("update");
  if (!form) throw new NotFound();
  if (row.state !== "draft" || form.frozenAt) throw new Refused("wrong_state");
  return { call: row, form };
}

/** Names a value as it stands: who edits something that has changed since is told. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value)).slice(0, 16);
}

/** The same for a part of a form: others may change the rest meanwhile. */
export function partDigest(definition: FormDefinition, id: string): string {
  const part = partOf(definition, id);
  if (!part) return "";
  if (part.kind !== "section") return digestOf(part.value);
  const { fields: _, ...section } = part.value;
  return digestOf(section);
}
