import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";

/**
 * The insertion of one row as a piece of a larger statement. The row travels as one parameter:
 * with many columns that is cheaper to build, to send and to bind than a parameter for each.
 */
export function insertRow<T extends PgTable>(table: T, row: T["$inferInsert"]): SQL {
  const name = sql.identifier(getTableName(table));
  const known = getTableColumns(table);
  const given = Object.entries(row).filter(([key, value]) => key in known && value !== undefined);
  const columns = sql.raw(given.map(([key]) => `"${toSnakeCase(key)}"`).join(", "));
  const values = JSON.stringify(
    Object.fromEntries(given.map(([key, value]) => [toSnakeCase(key), value])),
  );
  return sql`insert into ${name} (${columns}) select ${columns} from json_populate_record(null::${name}, ${values}::json)`;
}
