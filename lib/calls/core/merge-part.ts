import { type FieldMerge, type Marks, mergeFields, withFields } from "@/lib/kernel/merge-fields";
import type { Comparison, Condition } from "./form-conditions";
import type { FormDefinition } from "./form-definition";
import { type FormPart, partOf, withPart } from "./form-editing";

/** What two authors may change at once in a part of a form: all but its name and what stands below. */
export function fieldsOfPart(part: FormPart): Record<string, unknown> {
  const { id: _, ...own } = part.value;
  if (!("fields" in own)) return own;
  const { fields: _fields, ...section } = own;
  return section;
}

/** The stored form with a part as it was sent, where nobody else wrote; undefined: it is gone. */
export function mergePart(
  stored: FormDefinition,
  sent: FormDefinition,
  id: string,
  read: (mine: Record<string, unknown>, stored: FormPart) => Marks,
  markOf: (value: unknown) => string,
): { definition: FormDefinition; merge: FieldMerge } | undefined {
  const [before, mine] = [partOf(stored, id), partOf(sent, id)];
  if (!before || before.kind !== mine?.kind) return undefined;
  const [old, given] = [fieldsOfPart(before), fieldsOfPart(mine)];
  // What was emptied is as much a text as what was written.
  const names = [...new Set([...Object.keys(old), ...Object.keys(given)])];
  const whole = Object.fromEntries(names.map((name) => [name, given[name]]));
  const merge = mergeFields(old, whole, read(whole, before), markOf);
  const value = withFields(before.value, mine.value, merge.taken);
  return { definition: withPart(stored, { ...before, value } as FormPart), merge };
}

/** A property of a part as people read it beside another text of the same; codes stay codes. */
export function textOfPart(_: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => textOfPart("", one)).join("; ");
  if (typeof value !== "object") return String(value);
  if ("op" in value) return conditionText(value as Condition);
  if ("it" in value && "en" in value) {
    return value.it === value.en ? String(value.it) : `${value.it} / ${value.en}`;
  }
  const named = value as { label?: unknown; id?: unknown };
  return textOfPart("", named.label ?? named.id ?? "");
}

const SIGNS: Readonly<Record<Comparison["op"], string>> = {
  eq: "=",
  ne: "≠",
  in: "∈",
  gt: ">",
  lt: "<",
  before: "<",
  after: ">",
  notEmpty: "≠ ∅",
};

function conditionText(condition: Condition): string {
  if ("rules" in condition) {
    const sign = condition.op === "and" ? " ∧ " : " ∨ ";
    return `(${condition.rules.map(conditionText).join(sign)})`;
  }
  const values =
    "values" in condition ? condition.values : "value" in condition ? [condition.value] : [];
  return [condition.field, SIGNS[condition.op], values.join(", ")].join(" ").trim();
}
