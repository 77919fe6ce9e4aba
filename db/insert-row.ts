import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The insertion of one row as a piece of a larger statement. The text of it is made once for each
 * set of columns: cheaper than drizzle's own insert on a path where many wait.
 */
export function insertRow<T extends PgTable>(table: T, row: T["$inferInsert"]): SQL {
  const columns = columnsOf(table);
  const names: string[] = [];
  const values: SQL[] = [];
  for (const [key, value] of Object.entries(row)) {
    const column = columns.get(key);
    if (!column || value === undefined) continue;
    names.push(`"${column}"`);
    values.push(sql`${parameter(value)}`);
  }
  const head = `insert into "${getTableName(table)}" (${names.join(", ")}) values (`;
  return sql`${sql.raw(head)}${sql.join(values, COMMA)})`;
}

const COMMA = sql.raw(", ");

/** Structures go as JSON, instants as ISO texts; the column says what they become. */
function parameter(value: unknown): unknown {
  return typeof value === "object" && value !== null && !(value instanceof Date)
    ? JSON.stringify(value)
    : value;
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
