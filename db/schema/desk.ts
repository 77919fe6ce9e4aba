import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { exactInstant, id } from "../columns";
import { application } from "./applications";
import { person } from "./people";
import { body } from "./territory";

/**
 * What the desk wrote down when it acted for somebody: how the request came, how the person was
 * known, when the paper arrived. One row for each thing done; never changed, but for `erase_traces`.
 */
export const deskEntry = pgTable(
  "desk_entry",
  {
    id: id(),
    applicationId: uuid()
      .notNull()
      .references(() => application.id),
    bodyId: uuid()
      .notNull()
      .references(() => body.id),
    /** application: it was begun; withdrawal: it was taken back; address: a mailbox was given; reason: why it is sent after the end; integration: what the office asks is answered. */
    purpose: text().notNull(),
    channel: text().notNull(),
    /** Declared by the desk, for paper and PEC alone. */
    arrivedAt: exactInstant(),
    /** Identifier of the PEC, or number in the protocol. */
    reference: text().notNull().default(""),
    /** document: an identity document was shown, said or enclosed; delegation: somebody else came. */
    identity: text().notNull(),
    documentKind: text(),
    documentNumber: text(),
    delegation: text().notNull().default(""),
    /** How the notice of the call was given, and which version. */
    privacyGiven: text(),
    privacyVersion: text(),
    email: text(),
    /** Why it is entered after the end of the call. */
    lateReason: text().notNull().default(""),
    enteredBy: uuid()
      .notNull()
      .references(() => person.id),
    /** The clock of the database. */
    enteredAt: exactInstant().notNull(),
    /** When what tells of the person was taken out, with the last answer of the application. */
    erasedAt: exactInstant(),
  },
  (table) => [
    index().on(table.applicationId, table.enteredAt),
    index().on(table.bodyId, table.enteredAt),
    check(
      "desk_entry_purpose",
      sql`${table.purpose} in ('application','withdrawal','address','reason','integration')`,
    ),
    check("desk_entry_channel", sql`${table.channel} in ('desk','telephone','paper','pec')`),
    check(
      "desk_entry_arrival",
      sql`(${table.arrivedAt} is not null) = (${table.channel} in ('paper','pec')) and ${table.arrivedAt} <= ${table.enteredAt}`,
    ),
    check(
      "desk_entry_identity",
      sql`case when ${table.erasedAt} is null then ${table.purpose} = 'reason' or (${table.identity} = 'document' and ${table.documentKind} is not null and ${table.documentNumber} is not null) or (${table.identity} = 'delegation' and ${table.delegation} <> '') else ${table.documentNumber} is null and ${table.delegation} = '' and ${table.email} is null and ${table.lateReason} = '' end`,
    ),
    check(
      "desk_entry_privacy",
      sql`(${table.privacyGiven} is not null and ${table.privacyVersion} is not null) = (${table.purpose} = 'application')`,
    ),
  ],
);
