import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { IntegrationItem } from "@/lib/applications/core/integration-items";
import type { StoredAnswers } from "@/lib/applications/core/merge-answers";
import { exactInstant, id, instant } from "../columns";
import { application, submission } from "./applications";
import { person } from "./people";
import { issuedDocument, registerEntry } from "./register";
import { body } from "./territory";

/**
 * What the office asks an applicant to mend (soccorso istruttorio): named questions, with a term of
 * its own. The answer is prepared here, so that what was sent stays as it was; sent, it is a further
 * submission. What was asked never changes, the term only moves later, and an end is an end: a
 * trigger holds it.
 */
export const integrationRequest = pgTable(
  "integration_request",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    state: text().notNull().default("open"),
    items: jsonb().$type<IntegrationItem[]>().notNull(),
    reason: text().notNull(),
    /** The submission that it is about. */
    submissionNumber: integer().notNull(),
    requestedAt: exactInstant().notNull(),
    requestedBy: uuid()
      .notNull()
      .references(() => person.id),
    /** Last good second. */
    closesAt: instant().notNull(),
    registerEntryId: uuid()
      .notNull()
      .unique()
      .references(() => registerEntry.id),
    documentId: uuid()
      .notNull()
      .unique()
      .references(() => issuedDocument.id),
    /** The answer that is being prepared, by section, as drafts keep theirs. */
    sections: jsonb().$type<Record<string, StoredAnswers>>().notNull().default({}),
    /** Files of what was sent that the answer leaves out. */
    removedFiles: uuid().array().notNull().default([]),
    /** The submission that answers it. */
    answerId: uuid()
      .unique()
      .references(() => submission.id),
    settledAt: exactInstant(),
    /** Who took it back; null where it was answered or ran out. */
    cancelledBy: uuid().references(() => person.id),
    cancelReason: text(),
  },
  (table) => [
    uniqueIndex("integration_request_one_open")
      .on(table.applicationId)
      .where(sql`${table.state} = 'open'`),
    index().on(table.applicationId, table.requestedAt),
    index().on(table.bodyId),
    index("integration_request_due").on(table.closesAt).where(sql`${table.state} = 'open'`),
    check(
      "integration_request_state",
      sql`${table.state} in ('open','answered','expired','cancelled')`,
    ),
    check(
      "integration_request_settled",
      sql`(${table.state} = 'open') = (${table.settledAt} is null) and (${table.state} = 'answered') = (${table.answerId} is not null) and (${table.state} = 'cancelled') = (${table.cancelReason} is not null)`,
    ),
    check("integration_request_asks", sql`jsonb_array_length(${table.items}) > 0`),
  ],
);

/** A later end of a request, with its reason. Append-only. */
export const integrationExtension = pgTable(
  "integration_extension",
  {
    id: id(),
    requestId: uuid()
      .notNull()
      .references(() => integrationRequest.id),
    before: instant().notNull(),
    until: instant().notNull(),
    reason: text().notNull(),
    extendedBy: uuid()
      .notNull()
      .references(() => person.id),
    extendedAt: instant().notNull(),
  },
  (table) => [
    index().on(table.requestId),
    check("integration_extension_later", sql`${table.until} > ${table.before}`),
  ],
);

/** A reminder that a request waits: one for each distance from each end, written with its letters. */
export const integrationReminder = pgTable(
  "integration_reminder",
  {
    requestId: uuid()
      .notNull()
      .references(() => integrationRequest.id),
    hours: integer().notNull(),
    endsAt: instant().notNull(),
    remindedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.hours, table.endsAt] }),
    check("integration_reminder_hours", sql`${table.hours} in (72, 24)`),
  ],
);
