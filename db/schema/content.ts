import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id } from "../columns";

/**
 * What somebody thought of a page: no person, no address, and the day instead of the moment, so that
 * it cannot be laid beside a log. Never changed (a trigger refuses it).
 */
export const pageFeedback = pgTable(
  "page_feedback",
  {
    id: id(),
    /** Address without language and filters. */
    page: text().notNull(),
    rate: integer().notNull(),
    /** Code of what was liked (from 4) or hard (up to 3); null: not said. */
    reason: text(),
    comment: text(),
    /** Day in Rome. */
    givenOn: date().notNull(),
  },
  (table) => [
    index().on(table.givenOn, table.page),
    check("page_feedback_rate", sql`${table.rate} between 1 and 5`),
    check("page_feedback_comment", sql`length(${table.comment}) <= 200`),
  ],
);
