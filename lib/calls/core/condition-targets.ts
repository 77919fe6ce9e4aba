import type { Comparison } from "@/lib/calls/core/form-conditions";
import {
  type Field,
  type FormDefinition,
  fieldsOf,
  type Localised,
} from "@/lib/calls/core/form-definition";
import { fieldOfPart, isComposite, partsOf } from "@/lib/calls/core/form-parts";

/** Something that a condition can look at. */
export type Target = {
  /** The id of a field, or the way to a part of it. */
  readonly path: string;
  readonly label: Localised;
  /** The question itself, for its options and its type. */
  readonly field: Field;
  readonly ops: readonly Comparison["op"][];
};

/** What the condition of a part may look at: what is asked before it; for a rule, everything. */
export function targetsFor(definition: FormDefinition, id: string): Target[] {
  const section = definition.sections.findIndex((one) => one.id === id);
  const before =
    section >= 0
      ? definition.sections.slice(0, section).flatMap((one) => one.fields)
      : until(fieldsOf(definition), id);
  return before.filter((field) => field.type !== "info").flatMap(targetsIn);
}

function until(fields: readonly Field[], id: string): readonly Field[] {
  const at = fields.findIndex((field) => field.id === id);
  return at < 0 ? fields : fields.slice(0, at);
}

function targetsIn(field: Field): Target[] {
  const whole: Target = { path: field.id, label: field.label, field, ops: opsOf(field) };
  if (!isComposite(field)) return [whole];
  if (field.type === "budget") {
    const label = joined(field.label, { it: "totale", en: "total" });
    const amount: Field = { ...field, type: "money" };
    return [whole, { path: `${field.id}.total`, label, field: amount, ops: ["gt", "lt"] }];
  }
  const parts = partsOf(field).map((part): Target => {
    const asField = fieldOfPart(field, part);
    const label = joined(field.label, part.label);
    return { path: `${field.id}.${part.id}`, label, field: asField, ops: opsOf(asField) };
  });
  return [whole, ...parts];
}

/** How an answer of this type can be compared. */
export function opsOf(field: Field): readonly Comparison["op"][] {
  switch (field.type) {
    case "yesNo":
    case "declaration":
      return ["eq", "ne", "notEmpty"];
    case "radio":
    case "select":
    case "checkboxes":
    case "legalNature":
      return ["in", "eq", "ne", "notEmpty"];
    case "number":
    case "decimal":
    case "money":
      return ["gt", "lt", "eq", "ne", "notEmpty"];
    case "date":
      return ["before", "after", "notEmpty"];
    case "address":
    case "members":
    case "person":
    case "organisation":
    case "group":
    case "budget":
    case "availability":
    case "file":
    case "info":
      return ["notEmpty"];
    default:
      return ["notEmpty", "eq", "ne", "in"];
  }
}

function joined(field: Localised, part: Localised): Localised {
  return { it: `${field.it}: ${part.it}`, en: `${field.en}: ${part.en}` };
}
