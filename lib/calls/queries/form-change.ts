import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { callAct } from "@/db/schema/acts";
import { formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { compareDefinitions, type DefinitionChanges } from "../core/compare-definitions";

/** How the form of a call differs from an earlier one, and the acts that made it so, first to last. */
export type FormChange = {
  changes: DefinitionChanges;
  acts: { number: string; actDate: string }[];
};

/** From one form of a call to another one, by id; undefined where one is not there. Two queries. */
export async function formChange(
  ctx: Ctx,
  callId: string,
  from: string,
  to: string,
): Promise<FormChange | undefined> {
  const [forms, acts] = await Promise.all([
    ctx.db
      .select({ id: formDefinition.id, definition: formDefinition.definition })
      .from(formDefinition)
      .where(inArray(formDefinition.id, [from, to])),
    ctx.db
      .select({ number: callAct.number, actDate: callAct.actDate, before: callAct.before })
      .from(callAct)
      .where(and(eq(callAct.callId, callId), sql`${callAct.after} ? 'form'`))
      .orderBy(desc(callAct.version)),
  ]);
  const [before, after] = [from, to].map((id) => forms.find((form) => form.id === id));
  if (!before || !after) return undefined;
  const first = acts.findIndex((act) => act.before.form === from);
  const since = first === -1 ? acts : acts.slice(0, first + 1);
  return {
    changes: compareDefinitions(before.definition, after.definition),
    acts: since.map(({ number, actDate }) => ({ number, actDate })).reverse(),
  };
}
