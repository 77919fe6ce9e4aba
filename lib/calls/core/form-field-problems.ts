import { availabilitySlots } from "@/lib/calls/core/availability";
import type { BudgetField, Part } from "@/lib/calls/core/form-composites";
import { optionsOf } from "@/lib/calls/core/form-condition-problems";
import type { Field, Localised, Section } from "@/lib/calls/core/form-definition";
import { fieldOfPart, ITEM, isComposite, LINE, partsOf } from "@/lib/calls/core/form-parts";
import {
  type DefinitionProblem,
  type DefinitionProblemCode,
  problem,
} from "@/lib/calls/core/form-problems";

const ID = /^[a-z][a-zA-Z0-9]{0,39}$/;
const LONGEST_RETENTION = 3650;

/** Letters and digits; not a name that every object has already. */
export function isGoodId(id: string): boolean {
  return ID.test(id) && !(id in {});
}

export function isBlank(text: Localised): boolean {
  return text.it.trim() === "" || text.en.trim() === "";
}

export function fieldProblems(field: Field, section: Section): DefinitionProblem[] {
  const { id, retentionDays: days } = field;
  const texts = [field.label, ...(field.hint ? [field.hint] : [])];
  const answered = field.type !== "info";
  // The page of declarations is the summary: it shows what is ticked, and nothing to be saved.
  const misplaced = section.step === "declarations" && answered && field.type !== "declaration";
  const codes: (DefinitionProblemCode | false)[] = [
    texts.some(isBlank) && "empty_text",
    !isGoodId(id) && "bad_id",
    answered && isBlank(field.purpose) && "no_purpose",
    !(Number.isInteger(days) && days >= 0 && days <= LONGEST_RETENTION) && "bad_retention",
    field.type === "declaration" && field.textVersion.trim() === "" && "no_text_version",
    misplaced && "declaration_elsewhere",
  ];
  return [
    ...codes.filter((code) => code !== false).map((code) => problem(code, id)),
    ...questionProblems(field).map((code) => problem(code, id)),
    ...(isComposite(field) ? partsProblems(field, id) : []),
  ];
}

/** What is wrong with the limits and options of one question. */
function questionProblems(field: Field): DefinitionProblemCode[] {
  const values = optionsOf(field);
  const labels = "options" in field ? field.options.map((option) => option.label) : [];
  const codes: (DefinitionProblemCode | false)[] = [
    values !== null && values.length === 0 && "no_options",
    values !== null && new Set(values).size < values.length && "duplicate_option",
    labels.some(isBlank) && "empty_text",
    hasBadLimits(field) && "bad_limits",
  ];
  return codes.filter((code) => code !== false);
}

function partsProblems(field: Field, at: string): DefinitionProblem[] {
  if (!isComposite(field)) return [];
  if (field.type === "budget") return budgetProblems(field, at);
  if (field.parts.length === 0) return [problem("no_parts", at)];
  const ids = field.parts.map((part) => part.id);
  const parts: readonly Part[] = field.type === "group" ? partsOf(field) : [];
  return [
    ...(new Set(ids).size < ids.length ? [problem("duplicate_id", at)] : []),
    ...(field.type === "group" && isBlank(field.rowLabel) ? [problem("empty_text", at)] : []),
    ...parts.flatMap((part) => [
      ...(isGoodId(part.id) ? [] : [problem("bad_id", at, part.id)]),
      ...(isBlank(part.label) ? [problem("empty_text", at, part.id)] : []),
      ...questionProblems(fieldOfPart(field, part)).map((code) => problem(code, at, part.id)),
    ]),
  ];
}

function budgetProblems(field: BudgetField, at: string): DefinitionProblem[] {
  const columns = field.columns.map((column) => column.id);
  const lines = field.lines?.map((line) => line.id) ?? [];
  const named = [...field.columns, ...(field.lines ?? [])];
  const odd = [...columns, ...lines].filter((id) => !isGoodId(id));
  const reserved = columns.filter((id) => id === ITEM || id === LINE || id === "total");
  const twice = new Set(columns).size < columns.length || new Set(lines).size < lines.length;
  return [
    ...(columns.length === 0 ? [problem("no_columns", at)] : []),
    ...[...odd, ...reserved].map((id) => problem("bad_id", at, id)),
    ...(twice ? [problem("duplicate_id", at)] : []),
    ...named.filter((one) => isBlank(one.label)).map((one) => problem("empty_text", at, one.id)),
  ];
}

function hasBadLimits(field: Field): boolean {
  switch (field.type) {
    case "text":
    case "longText":
      return !positive(field.maxLength);
    case "number":
    case "decimal":
    case "money":
      return (
        crossed(field.min, field.max) || !(field.decimals === undefined || upTo(field.decimals, 6))
      );
    case "date":
      return crossed(field.min, field.max);
    case "checkboxes":
      return !positive(field.maxChoices);
    case "file":
      return !positive(field.maxFiles);
    case "members":
      return badRows(field.minMembers, field.maxMembers);
    case "group":
      return badRows(field.minRows, field.maxRows);
    case "budget":
      return (
        crossed(field.minTotal, field.maxTotal) ||
        !(field.ownLines === undefined || upTo(field.ownLines, 50)) ||
        (field.lines?.length === 0 && field.ownLines === 0) ||
        field.columns.some(
          ({ maxShare = 100, max = 0 }) => maxShare < 0 || maxShare > 100 || max < 0,
        )
      );
    case "availability": {
      const slots = availabilitySlots(field).length;
      return slots === 0 || !positive(field.minSlots) || (field.minSlots ?? 1) > slots;
    }
    default:
      return false;
  }
}

const positive = (limit: number | undefined) =>
  limit === undefined || (Number.isInteger(limit) && limit > 0);
const upTo = (value: number, most: number) =>
  Number.isInteger(value) && value >= 0 && value <= most;

function crossed<T extends number | string>(min: T | undefined, max: T | undefined): boolean {
  return min !== undefined && max !== undefined && min > max;
}

function badRows(min: number | undefined, max: number | undefined): boolean {
  return !positive(min) || !positive(max) || crossed(min ?? 1, max);
}
