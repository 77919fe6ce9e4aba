import { eq } from "drizzle-orm";
import { formDefinition } from "@/db/schema/calls";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import type { FormDefinition } from "../core/form-definition";

const AT_MOST = 100;
const kept = new Map<string, FormDefinition>();

/**
 * The form of applications. Once it is frozen it is never changed again (the database refuses it),
 * so each process reads and parses it once. Ask for one whose id the caller may know: what is kept
 * has passed no wall.
 */
export async function frozenForm(ctx: Ctx, id: string): Promise<FormDefinition> {
  const known = kept.get(id);
  if (known) return known;
  const [row] = await ctx.db
    .select({ definition: formDefinition.definition, frozenAt: formDefinition.frozenAt })
    .from(formDefinition)
    .where(eq(formDefinition.id, id));
  if (!row) throw new NotFound();
  if (row.frozenAt) keep(id, row.definition);
  return row.definition;
}

function keep(id: string, definition: FormDefinition): void {
  const [oldest] = kept.keys();
  if (kept.size >= AT_MOST && oldest) kept.delete(oldest);
  kept.set(id, definition);
}
