import type { BudgetField } from "@/lib/calls/core/form-composites";
import type { PartsAnswer } from "@/lib/calls/core/form-parts";

export interface BudgetSums {
  /** In euro, by row of the answer. */
  readonly rows: readonly number[];
  readonly columns: Readonly<Record<string, number>>;
  readonly total: number;
}

/**
 * The sums of a budget in euro, counted in cents: amounts with a comma add up exactly. What is no
 * amount counts as nothing; it is refused by its own message.
 */
export function budgetSums(field: BudgetField, rows: readonly PartsAnswer[]): BudgetSums {
  const centsOf = (row: PartsAnswer, column: string) => {
    const amount = row[column];
    return typeof amount === "number" && Number.isFinite(amount) ? Math.round(amount * 100) : 0;
  };
  const columnIds = field.columns.map((column) => column.id);
  const byRow = rows.map((row) => add(columnIds.map((id) => centsOf(row, id))));
  return {
    rows: byRow.map(euro),
    columns: Object.fromEntries(
      columnIds.map((id) => [id, euro(add(rows.map((row) => centsOf(row, id))))]),
    ),
    total: euro(add(byRow)),
  };
}

const add = (cents: readonly number[]) => cents.reduce((sum, one) => sum + one, 0);
const euro = (cents: number) => cents / 100;
