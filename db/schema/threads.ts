import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { exactInstant, id, instant } from "../columns";
import { application } from "./applications";
import { fileObject } from "./files";
import { person } from "./people";
import { body } from "./territory";

/**
 * The exchange between those who work on an application and the office of its body, from its
 * submission on. Its row is locked by who writes, so that messages are numbered without gaps.
 */
export const thread = pgTable(
  "thread",
  {
    applicationId: uuid()
      .primaryKey()
      .references(() => application.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    lastNumber: integer().notNull(),
    /** Number of the last message of the office; 0: none yet. */
    lastOfStaff: integer().notNull().default(0),
    lastAt: instant().notNull(),
    /** The oldest message that the office has neither answered nor set aside; null: none. */
    waitingSince: instant(),
  },
  (table) => [
    index("thread_waiting")
      .on(table.bodyId, table.waitingSince, table.applicationId)
      .where(sql`${table.waitingSince} is not null`),
    check("thread_numbers", sql`${table.lastOfStaff} between 0 and ${table.lastNumber}`),
  ],
);

/** One message. Append-only: what was said stays as it was said, until `erase_traces`. */
export const threadMessage = pgTable(
  "thread_message",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => thread.applicationId),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    number: integer().notNull(),
    /** applicant | staff: on whose behalf it was written. */
    side: text().notNull(),
    authorId: uuid()
      .notNull()
      .references(() => person.id),
    text: text().notNull(),
    /** What the form carried: the same form sent twice is one message. */
    key: text().notNull(),
    /** Never earlier than the message before. */
    sentAt: instant().notNull(),
    /** When its text was taken out, with the last answer of the application. */
    erasedAt: exactInstant(),
  },
  (table) => [
    unique("thread_message_number").on(table.applicationId, table.number),
    unique("thread_message_once").on(table.applicationId, table.authorId, table.key),
    check("thread_message_side", sql`${table.side} in ('applicant','staff')`),
    check(
      "thread_message_text",
      sql`case when ${table.erasedAt} is null then length(${table.text}) between 1 and 4000 else ${table.text} = '' end`,
    ),
  ],
);

/**
 * A file of a message, or of one that its author is still writing. Once it is sent only what the
 * scanner finds changes; nobody but its author opens one before it is clean.
 */
export const threadFile = pgTable(
  "thread_file",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    messageId: uuid().references(() => threadMessage.id),
    fileHash: text()
      .notNull()
      .references(() => fileObject.sha256),
    name: text().notNull(),
    state: text().notNull(),
    /** As those of `attachment`: one job scans both. */
    scanAttempts: integer().notNull().default(0),
    scanAfter: instant(),
    uploadedBy: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: instant().notNull(),
  },
  (table) => [
    index().on(table.applicationId, table.messageId),
    index().on(table.fileHash),
    index("thread_file_scanning").on(table.createdAt).where(sql`${table.state} = 'scanning'`),
    index("thread_file_unsent").on(table.createdAt).where(sql`${table.messageId} is null`),
    check(
      "thread_file_state",
      sql`${table.state} in ('scanning','clean','notScanned','infected','refused')`,
    ),
  ],
);

/** What somebody had written when a message was refused or a file was added to it. */
export const threadDraft = pgTable(
  "thread_draft",
  {
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    text: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.personId] }),
    index().on(table.updatedAt),
  ],
);

/** How far each of those who work on an application has read. */
export const threadReader = pgTable(
  "thread_reader",
  {
    applicationId: uuid()
      .notNull()
      .references(() => thread.applicationId),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    readNumber: integer().notNull(),
    readAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.applicationId, table.personId] })],
);

/**
 * A notice by mail that is due: one for each reader, however many messages come until then. Taken
 * away together with the letter, so that each is written once.
 */
export const threadNotice = pgTable(
  "thread_notice",
  {
    applicationId: uuid()
      .notNull()
      .references(() => thread.applicationId),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    dueAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.personId] }),
    index().on(table.dueAt),
  ],
);

/**
 * What a member of the office is still to be told of by mail, for a body. The row stays: it says when
 * the last letter was written, and who wants none.
 */
export const officeNotice = pgTable(
  "office_notice",
  {
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    /** When the first message came that no letter has told of; null: there is none. */
    untoldSince: instant(),
    toldAt: instant(),
    muted: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.bodyId, table.personId] }),
    index("office_notice_untold")
      .on(table.untoldSince)
      .where(sql`${table.untoldSince} is not null`),
  ],
);
