import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { application } from "./applications";
import { call } from "./calls";
import { person } from "./people";
import { body } from "./territory";

/** One line of the admissibility checklist that the regime sets, answered by a member of staff. */
export const admissibilityCheck = pgTable(
  "admissibility_check",
  {
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    requirement: text().notNull(),
    answer: text().notNull(),
    note: text().notNull().default(""),
    checkedBy: uuid()
      .notNull()
      .references(() => person.id),
    checkedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.requirement] }),
    check("admissibility_check_answer", sql`${table.answer} in ('yes','no','ask')`),
  ],
);

/**
 * A decision on an application: who, when, with which reasons (art. 3 L. 241/1990). Append-only: a
 * later one supersedes it; "reopened" takes it back before the outcome is published.
 */
export const decision = pgTable(
  "decision",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    stage: text().notNull(),
    result: text().notNull(),
    reasonCode: text(),
    reasons: text().notNull().default(""),
    decidedBy: uuid()
      .notNull()
      .references(() => person.id),
    decidedAt: instant().notNull(),
    supersededById: uuid(),
  },
  (table) => [
    index().on(table.applicationId),
    uniqueIndex("decision_one_current_per_stage")
      .on(table.applicationId, table.stage)
      .where(sql`${table.supersededById} is null`),
    check("decision_stage", sql`${table.stage} in ('admissibility','admission')`),
    check(
      "decision_result",
      sql`${table.result} in ('admissible','inadmissible','admitted','reserve','notAdmitted','reopened')`,
    ),
    check(
      "decision_refusal_has_reasons",
      sql`${table.result} in ('admissible','admitted','reserve') or (${table.reasonCode} is not null and length(${table.reasons}) >= 20)`,
    ),
  ],
);

/** The outcome of a call, published by application code until it expires. */
export const outcome = pgTable(
  "outcome",
  {
    id: id(),
    callId: uuid()
      .notNull()
      .unique()
      .references(() => call.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    actNumber: text().notNull(),
    actDate: text().notNull(),
    publishedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    publishedBy: uuid()
      .notNull()
      .references(() => person.id),
  },
  (table) => [index().on(table.bodyId)],
);
