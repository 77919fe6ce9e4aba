import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { call } from "./calls";
import { person } from "./people";
import { body } from "./territory";

/**
 * A question about a call. What was asked stays as it was written and is never shown in public;
 * what is published is the text of staff. Once answered it never changes (a trigger refuses it).
 */
export const clarification = pgTable(
  "clarification",
  {
    id: id(),
    callId: uuid()
      .notNull()
      .references(() => call.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    askerId: uuid()
      .notNull()
      .references(() => person.id),
    asked: text().notNull(),
    askedAt: instant().notNull(),
    state: text().notNull().default("open"),
    /** The question as everybody reads it, without what would tell who asked. */
    question: text(),
    answer: text(),
    answeredAt: instant(),
    answeredBy: uuid().references(() => person.id),
  },
  (table) => [
    index().on(table.callId, table.state, table.answeredAt),
    check("clarification_state", sql`${table.state} in ('open','published','answeredAlone')`),
    check(
      "clarification_answer",
      sql`(${table.state} = 'open') = (${table.answer} is null)
        and (${table.state} = 'open') = (${table.answeredAt} is null)
        and (${table.state} = 'published') = (${table.question} is not null)`,
    ),
  ],
);
