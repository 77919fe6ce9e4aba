import { sql } from "drizzle-orm";
import { bigint, check, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../columns";

/** Content stored once by SHA-256, in the folder or bucket the settings name. */
export const fileObject = pgTable(
  "file_object",
  {
    sha256: text().primaryKey(),
    size: bigint({ mode: "number" }).notNull(),
    mediaType: text().notNull(),
    storedAt: instant().notNull(),
  },
  (table) => [
    check("file_object_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("file_object_size", sql`${table.size} > 0`),
  ],
);
