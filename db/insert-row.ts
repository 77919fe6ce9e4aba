import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The insertion of one row as a piece of a larger statement. The row travels as one value, so that
 * the text of the statement is the same for all rows of the same columns, and short to build: on a
 * path where many wait, building costs as much as carrying out.
 */
export function insertRow<T extends PgTable>(table: T, row: T["$inferInsert"]): SQL {
  const columns = columnsOf(table);
  const given: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const column = columns.get(key);
    if (column && value !== undefined) given[column] = value;
  }
  const names = Object.keys(given)
    .map((name) => `"${name}"`)
    .join(", ");
  const name = getTableName(table);
  const head = `insert into "${name}" (${names}) select ${names} from json_populate_record(null::"${name}", `;
  return sql`${sql.raw(head)}${JSON.stringify(given)}::json)`;
}

const known = new WeakMap<PgTable, Map<string, string>>();

/** The names of a table's columns in the database, by their names in code. */
function columnsOf(table: PgTable): Map<string, string> {
  const found = known.get(table);
  if (found) return found;
  const made = new Map(Object.keys(getTableColumns(table)).map((key) => [key, toSnakeCase(key)]));
  known.set(table, made);
  return made;
}
