import { bigint, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { exactInstant, instant } from "../columns";

/** Head of each chain; locked by the event that is being added. */
export const auditHead = pgTable("audit_head", {
  /** The body's id, or "platform". */
  chain: text().primaryKey(),
  sequence: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});

/**
 * Append-only, hash-chained: hash = SHA-256(previous hash LF sequence LF canonical entry).
 * A trigger refuses update and delete.
 */
export const auditEvent = pgTable(
  "audit_event",
  {
    chain: text().notNull(),
    sequence: bigint({ mode: "number" }).notNull(),
    at: exactInstant().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    /** Canonical JSON of the entry: the bytes that were hashed. */
    entry: text().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.chain, table.sequence] }), index().on(table.subjectId)],
);

/**
 * What the last check of a whole chain found: every event up to `sequence` fits, and that one has
 * this hash. `brokenAt` is the first that does not fit.
 */
export const auditCheckpoint = pgTable("audit_checkpoint", {
  chain: text().primaryKey(),
  sequence: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
  brokenAt: bigint({ mode: "number" }),
  checkedAt: instant().notNull(),
});
