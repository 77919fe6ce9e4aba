import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/** Content stored once by SHA-256, in the folder or bucket the settings name. */
export const fileObject = pgTable(
  "file_object",
  {
    sha256: text().primaryKey(),
    size: bigint({ mode: "number" }).notNull(),
    mediaType: text().notNull(),
    /** When somebody last said that the content comes; younger ones are never collected. */
    storedAt: instant().notNull(),
    /** Whether lib/files/collect-files sees all that refers to it; what a JSON names is kept. */
    collectable: boolean().notNull().default(false),
  },
  (table) => [
    index("file_object_collectable").on(table.storedAt).where(sql`${table.collectable}`),
    check("file_object_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("file_object_size", sql`${table.size} > 0`),
  ],
);
