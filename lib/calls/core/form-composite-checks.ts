import { availabilitySlots } from "@/lib/calls/core/availability";
import { budgetSums } from "@/lib/calls/core/budget-sums";
import type { Answer } from "@/lib/calls/core/form-answers";
import type {
  AvailabilityField,
  BudgetField,
  CompositeField,
  GroupField,
} from "@/lib/calls/core/form-composites";
import type { Field } from "@/lib/calls/core/form-definition";
import type { Judged } from "@/lib/calls/core/form-field-checks";
import { type FieldError, fieldError } from "@/lib/calls/core/form-field-errors";
import { askedParts, fieldOfPart, ITEM, LINE, type PartsAnswer } from "@/lib/calls/core/form-parts";

/** Judges one answer; given, so that this module and that of single answers do not need each other. */
type Check = (field: Field, answer: Answer, given: Judged) => FieldError | null;

const MAX_ROWS = 50;
const MAX_LINES = 20;

/** What is wrong or, once it is sent, missing in a block or a row, by part. */
export function partErrors(
  field: CompositeField,
  row: PartsAnswer,
  given: Judged,
  check: Check,
): Record<string, FieldError> {
  const found = askedParts(field, row, given.nature).flatMap((part) => {
    const answer = row[part.id];
    if (answer === undefined) {
      const missing = part.required && given.mode === "submit";
      return missing ? [[part.id, fieldError("required")] as const] : [];
    }
    const error = check(fieldOfPart(field, part), answer, given);
    return error ? [[part.id, error] as const] : [];
  });
  return Object.fromEntries(found);
}

export function checkRows(
  field: GroupField,
  rows: readonly PartsAnswer[],
  given: Judged,
  check: Check,
): FieldError | null {
  const { minRows: min = 1, maxRows: max = MAX_ROWS, rowLabel } = field;
  const parts = errorsInRows(field, rows, given, check);
  if (Object.keys(parts).length > 0) return { ...fieldError("parts"), parts };
  const count = rows.length;
  if (count < min) return fieldError("rows.tooFew", { min, count }, { row: rowLabel });
  return count > max ? fieldError("rows.tooMany", { max, count }, { row: rowLabel }) : null;
}

function errorsInRows(
  field: CompositeField,
  rows: readonly PartsAnswer[],
  given: Judged,
  check: Check,
): Record<string, FieldError> {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries(partErrors(field, row, given, check)).map(
        ([part, error]) => [`${index}.${part}`, error] as const,
      ),
    ),
  );
}

/** Each line says what it is and how much; the sums keep the limits of the call. */
export function checkBudget(
  field: BudgetField,
  rows: readonly PartsAnswer[],
  given: Judged,
  check: Check,
): FieldError | null {
  const lines = new Set(field.lines?.map((line) => line.id));
  const isGiven = (row: PartsAnswer) => lines.has(String(row[LINE] ?? ""));
  const parts = errorsInRows(field, rows, given, check);
  for (const [index, row] of rows.entries()) {
    if (!isGiven(row) && row[ITEM] === undefined) {
      parts[`${index}.${ITEM}`] = fieldError("budget.itemMissing");
    }
    const [first] = field.columns;
    const amounts = field.columns.filter((column) => row[column.id] !== undefined);
    if (first && amounts.length === 0 && given.mode === "submit") {
      parts[`${index}.${first.id}`] = fieldError("budget.amountMissing");
    }
  }
  if (Object.keys(parts).length > 0) return { ...fieldError("parts"), parts };
  const own = rows.filter((row) => !isGiven(row)).length;
  const most = field.ownLines ?? (field.lines ? 0 : MAX_LINES);
  if (own > most) {
    return fieldError("rows.tooMany", { max: most, count: own }, { row: OWN_LINE });
  }
  return checkSums(field, rows);
}

const OWN_LINE = { it: "Voce", en: "Item" };

function checkSums(field: BudgetField, rows: readonly PartsAnswer[]): FieldError | null {
  const { columns, total } = budgetSums(field, rows);
  if (field.minTotal !== undefined && total < field.minTotal) {
    return fieldError("budget.totalTooSmall", { min: field.minTotal, total });
  }
  if (field.maxTotal !== undefined && total > field.maxTotal) {
    return fieldError("budget.totalTooLarge", { max: field.maxTotal, total });
  }
  for (const { id, label, max, maxShare } of field.columns) {
    const sum = columns[id] ?? 0;
    if (max !== undefined && sum > max) {
      return fieldError("budget.columnTooLarge", { max, sum }, { column: label });
    }
    // In cents, so that a share of exactly the limit is within it.
    if (
      maxShare !== undefined &&
      Math.round(sum * 100) * 100 > Math.round(total * 100) * maxShare
    ) {
      return fieldError("budget.shareTooLarge", { share: maxShare, sum }, { column: label });
    }
  }
  return null;
}

export function checkSlots(field: AvailabilityField, chosen: readonly string[]): FieldError | null {
  const known = new Set(availabilitySlots(field));
  if (chosen.some((slot) => !known.has(slot))) return fieldError("notAnOption");
  const min = field.minSlots ?? 1;
  return chosen.length < min ? fieldError("slots.tooFew", { min, count: chosen.length }) : null;
}
