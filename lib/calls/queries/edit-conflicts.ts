import type { Ctx } from "@/lib/context";
import type { FieldConflict, Fields } from "@/lib/kernel/merge-fields";
import { authorsOf } from "./call-edits";
import { digestOf } from "./marks";

type Given = {
  mine: Fields;
  stored: Fields;
  textOf: (field: string, value: unknown) => string;
  /** The name under which the author of a field was noted. */
  nameOf?: (field: string) => string;
};

/** Both texts of each field, and who wrote the stored one. A statement, where there are any. */
export async function conflictsIn(
  tx: Ctx,
  callId: string,
  fields: readonly string[],
  { mine, stored, textOf, nameOf = (field) => field }: Given,
): Promise<FieldConflict[]> {
  if (fields.length === 0) return [];
  const authors = await authorsOf(tx, callId);
  return fields.map((field) => {
    const author = authors.get(nameOf(field));
    return {
      field,
      mine: textOf(field, mine[field]),
      stored: textOf(field, stored[field]),
      mark: digestOf(stored[field] ?? null),
      by: author?.by,
      at: author?.at.toISOString(),
    };
  });
}
