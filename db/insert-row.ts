import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The insertion of one row as a piece of a larger statement. The row travels as one parameter:
 * with many columns that is cheaper to build, to send and to bind than a parameter for each.
 */
export function insertRow<T extends PgTable>(table: T, row: T["$inferInsert"]): SQL {
  const columns = columnsOf(table);
  const named: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    const column = columns.get(key);
    if (column && value !== undefined) named[column] = value;
  }
  const name = getTableName(table);
  const list = Object.keys(named)
    .map((column) => `"${column}"`)
    .join(", ");
  const head = `insert into ${name} (${list}) select ${list} from json_populate_record(null::${name}, `;
  return sql`${sql.raw(head)}${JSON.stringify(named)}::json)`;
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
