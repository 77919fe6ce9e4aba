import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { exactInstant, id, instant } from "../columns";
import { body } from "./territory";

/** The last number used, per body and year. Locked by the transaction that takes the next one. */
export const registerCounter = pgTable(
  "register_counter",
  {
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.bodyId, table.year] })],
);

/** The body's own register: one number for each document received or issued, without gaps. */
export const registerEntry = pgTable(
  "register_entry",
  {
    id: id(),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    year: integer().notNull(),
    number: integer().notNull(),
    kind: text().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    registeredAt: exactInstant().notNull(),
    /** Number and day in the body's protocol system, written later by hand or by an adapter. */
    protocolNumber: text(),
    protocolDate: date(),
  },
  (table) => [
    unique("register_entry_number").on(table.bodyId, table.year, table.number),
    index().on(table.subjectId),
    check("register_entry_number_positive", sql`${table.number} > 0`),
  ],
);

/**
 * A document that anybody can verify. The row and its code are made in the transaction of the
 * event it certifies; the worker renders the PDF from `view` and adds file and SHA-256.
 */
export const issuedDocument = pgTable(
  "issued_document",
  {
    id: id(),
    code: text().notNull().unique(),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    kind: text().notNull(),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    /** The person who may download it; null for documents of the body itself. */
    holderId: uuid(),
    state: text().notNull().default("valid"),
    stateReason: text(),
    /** When it was replaced or withdrawn. */
    stateChangedAt: exactInstant(),
    replacedById: uuid(),
    /** Immutable data the PDF is rendered from. */
    view: jsonb().$type<Record<string, unknown>>().notNull(),
    /** SHA-256 of the canonical data it certifies, in hex. */
    dataDigest: text(),
    issuedAt: exactInstant().notNull(),
    renderedAt: instant(),
    fileHash: text(),
    fileSize: integer(),
    pages: integer(),
    /** When its content was erased because its days were over; its code and digests stay. */
    erasedAt: exactInstant(),
  },
  (table) => [
    uniqueIndex("issued_document_one_valid")
      .on(table.kind, table.subjectId)
      .where(sql`${table.state} = 'valid'`),
    index().on(table.subjectId),
    index().on(table.holderId),
    index().on(table.bodyId),
    index().on(table.fileHash),
    index("issued_document_unrendered").on(table.issuedAt).where(sql`${table.renderedAt} is null`),
    check("issued_document_state", sql`${table.state} in ('valid','replaced','withdrawn')`),
    check(
      "issued_document_rendered",
      sql`(${table.renderedAt} is null) = (${table.fileHash} is null)`,
    ),
  ],
);
