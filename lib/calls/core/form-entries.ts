import { type Answer, readAnswer } from "@/lib/calls/core/form-answers";
import type { Field } from "@/lib/calls/core/form-definition";

/**
 * The answers of a posted form, for the given fields only. Controls are named after the field
 * ("email"), its part ("seat.street") or row and part ("members.0.firstName"). A field that was
 * on the page and came back empty is null, so that an answer can be taken away again.
 */
export function answersFromEntries(
  fields: readonly Field[],
  entries: Iterable<readonly [string, unknown]>,
): Record<string, Answer | null> {
  const posted = [...entries];
  return Object.fromEntries(
    fields
      .filter((field) => field.type !== "info")
      .map((field) => [field.id, readAnswer(field, rawOf(field, posted))]),
  );
}

function rawOf(field: Field, posted: readonly (readonly [string, unknown])[]): unknown {
  const own = posted.filter(([name]) => name === field.id).map(([, value]) => value);
  switch (field.type) {
    case "checkboxes":
    case "availability":
    case "file":
      return own;
    case "address":
    case "person":
    case "organisation":
      return partsUnder(`${field.id}.`, posted);
    case "members":
    case "group":
    case "budget":
      return rowsUnder(`${field.id}.`, posted);
    default:
      return own.at(-1);
  }
}

function partsUnder(prefix: string, posted: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(
    posted
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
}

function rowsUnder(prefix: string, posted: readonly (readonly [string, unknown])[]): unknown[] {
  const numbers = posted
    .filter(([name]) => name.startsWith(prefix))
    .map(([name]) => /^(\d{1,3})\./.exec(name.slice(prefix.length))?.[1])
    .filter((row) => row !== undefined);
  const rows = [...new Set(numbers)].sort((a, b) => Number(a) - Number(b));
  return rows.map((row) => partsUnder(`${prefix}${row}.`, posted));
}
