import type { Database } from "./client";

/**
 * A query that is built once for each handle, with placeholders for what changes: for statements
 * with many columns on a path where many wait, building costs as much as asking.
 */
export function builtOnce<Q extends object>(build: (db: Database) => Q): (db: Database) => Q {
  const known = new WeakMap<Database, Q>();
  return (db) => {
    const found = known.get(db);
    if (found) return found;
    const made = build(db);
    known.set(db, made);
    return made;
  };
}
