import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { exactInstant, id } from "../columns";
import { application, submission } from "./applications";
import { body } from "./territory";

/**
 * That answers were taken out of what was sent when their days were over: which, when, and the
 * digests of the data before and after; never what they said. Append-only, and written by the
 * function `erase_answers` alone.
 */
export const answerErasure = pgTable(
  "answer_erasure",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    submissionId: uuid()
      .notNull()
      .references(() => submission.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    /** Ids of the questions. */
    fields: text().array().notNull(),
    digestBefore: text().notNull(),
    digestAfter: text().notNull(),
    /** Answers and files that stay. */
    rest: integer().notNull(),
    /** The day in Rome that stands in the data. */
    erasedOn: date().notNull(),
    erasedAt: exactInstant().notNull(),
    /** The transaction that may change the data for it, and no other. */
    madeBy: text().notNull(),
  },
  (table) => [
    index().on(table.submissionId),
    index().on(table.applicationId),
    check("answer_erasure_rest", sql`${table.rest} >= 0`),
  ],
);
