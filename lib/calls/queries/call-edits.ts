import { and, eq, gt, ne, sql } from "drizzle-orm";
import { callEdit } from "@/db/schema/call-editing";
import { person } from "@/db/schema/people";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";

/** Who wrote a field of a draft last, and when. */
export type LastEdit = { field: string; by: string; at: Date };

const lastEdits = (ctx: Ctx) =>
  ctx.db
    .select({
      field: callEdit.field,
      by: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
      at: callEdit.editedAt,
    })
    .from(callEdit)
    .innerJoin(person, eq(person.id, callEdit.editedBy));

/** The last author of each field of a draft. One statement. */
export async function authorsOf(ctx: Ctx, callId: string): Promise<ReadonlyMap<string, LastEdit>> {
  const edits = await lastEdits(ctx).where(eq(callEdit.callId, callId));
  return new Map(edits.map((edit) => [edit.field, edit]));
}

/** What others wrote in a draft after an instant. One statement. */
export function editsByOthers(ctx: Ctx, callId: string, after: Date): Promise<LastEdit[]> {
  const me = personOf(ctx.actor);
  return lastEdits(ctx)
    .where(
      and(
        eq(callEdit.callId, callId),
        gt(callEdit.editedAt, after),
        me ? ne(callEdit.editedBy, me) : undefined,
      ),
    )
    .orderBy(callEdit.editedAt);
}

/** Writes down who wrote these fields; nobody, where the system did. */
export async function noteAuthor(
  tx: Ctx,
  callId: string,
  fields: readonly string[],
): Promise<void> {
  const editedBy = personOf(tx.actor);
  if (!editedBy || fields.length === 0) return;
  await tx.db
    .insert(callEdit)
    .values(fields.map((field) => ({ callId, field, editedBy, editedAt: tx.now })))
    .onConflictDoUpdate({
      target: [callEdit.callId, callEdit.field],
      set: { editedBy: sql`excluded.edited_by`, editedAt: sql`excluded.edited_at` },
    });
}

/** A pause of an author after which writing again is a new sitting. */
const SITTING_MINUTES = 30;

/** Whether an author who writes now begins, or goes on after somebody else or a long pause. */
export async function beginsSitting(tx: Ctx, callId: string): Promise<boolean> {
  const [last] = await tx.db
    .select({ by: callEdit.editedBy, at: callEdit.editedAt })
    .from(callEdit)
    .where(eq(callEdit.callId, callId))
    .orderBy(sql`${callEdit.editedAt} desc`)
    .limit(1);
  if (!last || last.by !== personOf(tx.actor)) return true;
  return tx.now.getTime() - last.at.getTime() > SITTING_MINUTES * 60_000;
}
