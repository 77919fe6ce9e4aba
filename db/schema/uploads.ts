import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { application, attachment } from "./applications";
import { person } from "./people";

/**
 * A file that is coming: what was announced of it and how much is on stable storage, so that any
 * process goes on where another one stopped. It ends as an attachment, with a refusal that is told
 * again to whoever asks again, or by its time.
 */
export const upload = pgTable(
  "upload",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id, { onDelete: "cascade" }),
    fieldId: text().notNull(),
    /** Nobody else goes on with it. */
    personId: uuid()
      .notNull()
      .references(() => person.id),
    name: text().notNull(),
    declaredType: text().notNull(),
    size: integer().notNull(),
    /** SHA-256 in hex by the browser, where it can tell: the same file goes on, another does not. */
    sha256: text(),
    received: integer().notNull().default(0),
    /** Names of its pieces in the storage, in their order. */
    pieces: uuid().array().notNull().default([]),
    attachmentId: uuid().references(() => attachment.id, { onDelete: "cascade" }),
    refusal: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index().on(table.applicationId, table.createdAt),
    index().on(table.attachmentId),
    index().on(table.expiresAt),
    check("upload_size", sql`${table.size} > 0`),
    check("upload_received", sql`${table.received} between 0 and ${table.size}`),
    check("upload_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("upload_one_end", sql`${table.attachmentId} is null or ${table.refusal} is null`),
  ],
);
