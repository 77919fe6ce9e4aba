import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns";
import { call } from "./calls";
import { person } from "./people";

/** Who wrote a field of a draft last: told to whoever wrote the same field meanwhile. */
export const callEdit = pgTable(
  "call_edit",
  {
    callId: uuid()
      .notNull()
      .references(() => call.id),
    /** A field of the editor, or "form:" and the id of a part of the form. */
    field: text().notNull(),
    editedBy: uuid()
      .notNull()
      .references(() => person.id),
    editedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.field] })],
);

/** Who has a draft open, and when that was heard last. Not logged: it is of use for a minute. */
export const callPresence = pgTable(
  "call_presence",
  {
    callId: uuid()
      .notNull()
      .references(() => call.id),
    personId: uuid()
      .notNull()
      .references(() => person.id),
    seenAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.callId, table.personId] })],
);
