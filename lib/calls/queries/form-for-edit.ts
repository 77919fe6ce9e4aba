import { aliasedTable, eq, sql } from "drizzle-orm";
import { preparedForm } from "@/db/schema/acts";
import { call, formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { checkDefinition } from "../core/form-checks";
import type { FormDefinition } from "../core/form-definition";
import { partOf } from "../core/form-editing";
import type { DefinitionProblem } from "../core/form-problems";
import type { CallState } from "../core/states";
import { callPolicy } from "../policy";
import { lockedCall } from "./locked-call";
import { digestOf } from "./marks";

export type FormBuilder = {
  callId: string;
  title: string;
  state: CallState;
  zoneId: string | null;
  audiences: string[];
  definition: FormDefinition;
  problems: DefinitionProblem[];
  /** When the call or its form was changed last. */
  updatedAt: Date;
  /** Names the form as it was read. */
  seen: string;
  /** It is the copy that a rectification changes: the one in force, to be compared with. */
  inForce: FormDefinition | undefined;
};

/** The copy that a rectification changes, where there is one; else the form of the call. */
const written = sql`coalesce(${preparedForm.formDefinitionId}, ${call.formDefinitionId})`;
const inForce = aliasedTable(formDefinition, "in_force");

/** The form of a call for who may write it; NotFound for everybody else. One statement. */
export async function formBuilder(ctx: Ctx, callId: string): Promise<FormBuilder> {
  if (!isUuid(callId)) throw new NotFound();
  const [row] = await ctx.db
    .select({
      call,
      definition: formDefinition.definition,
      inForce: inForce.definition,
      copy: preparedForm.formDefinitionId,
    })
    .from(call)
    .leftJoin(preparedForm, eq(preparedForm.callId, call.id))
    .innerJoin(formDefinition, eq(formDefinition.id, written))
    .innerJoin(inForce, eq(inForce.id, call.formDefinitionId))
    .where(eq(call.id, callId));
  if (!row || !callPolicy.can(ctx.actor, "call.edit", row.call)) throw new NotFound();
  const { definition } = row;
  return {
    callId,
    title: row.call.title,
    state: row.call.state as CallState,
    zoneId: row.call.zoneId,
    audiences: row.call.audiences,
    definition,
    problems: checkDefinition(definition),
    updatedAt: row.call.updatedAt,
    seen: digestOf(definition),
    inForce: row.copy ? row.inForce : undefined,
  };
}

/** The call and the form that is written, both locked, for a change; refused once it is frozen. */
export async function formForEdit(tx: Ctx, callId: string) {
  const row = await lockedCall(tx, callId);
  callPolicy.authorize(tx.actor, "call.edit", row);
  const [copy] = await tx.db.select().from(preparedForm).where(eq(preparedForm.callId, callId));
  const [form] = await tx.db
    .select()
    .from(formDefinition)
    .where(eq(formDefinition.id, copy?.formDefinitionId ?? row.formDefinitionId ?? callId))
    .for("update");
  if (!form) throw new NotFound();
  if (form.frozenAt) throw new Refused("wrong_state");
  return { call: row, form, ofRectification: copy !== undefined };
}

/** Names a part of a form as it stands: others may change the rest meanwhile. */
export function partDigest(definition: FormDefinition, id: string): string {
  const part = partOf(definition, id);
  if (!part) return "";
  if (part.kind !== "section") return digestOf(part.value);
  const { fields: _, ...section } = part.value;
  return digestOf(section);
}
